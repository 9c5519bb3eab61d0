import keras

x = keras.Input((4,))
inner = keras.Model(x, keras.layers.Dense(4)(x))
y = keras.Input((4,))
middle = keras.Model(y, inner(inner(y)))
z = keras.Input((4,))
model = keras.Model(z, [middle(z), inner(z)])
