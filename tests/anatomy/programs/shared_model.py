import keras

tower = keras.Sequential([keras.Input((5,)), keras.layers.Dense(3, "relu")])
a, b = keras.Input((5,)), keras.Input((5,))
model = keras.Model([a, b], keras.layers.concatenate([tower(a), tower(b)]))
