import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(2), keras.layers.Dense(7)])
model.pop()
model.add(keras.layers.Dense(1, "sigmoid"))
