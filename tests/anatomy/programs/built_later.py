import keras

model = keras.Sequential([keras.layers.Dense(4), keras.layers.Dense(1)])
model.build((None, 7))
unbuilt = keras.Sequential([keras.layers.Dense(4), keras.layers.Dense(1)])
called = keras.Sequential([keras.layers.Dense(2)])
outer = keras.Model(entry := keras.Input((3,)), called(entry))
