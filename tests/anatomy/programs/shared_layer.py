import keras

a, b = keras.Input((5,)), keras.Input((5,))
encode = keras.layers.Dense(3)
model = keras.Model([a, b], keras.layers.Subtract()([encode(a), encode(b)]))
apart = keras.Model([a, b], keras.layers.Subtract()([encode(a), keras.layers.Dense(3)(b)]))
