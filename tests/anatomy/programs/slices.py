import keras

x = keras.Input((6, 5))
model = keras.Model(x, [x[:, 0], x[:, 1:3, :], x[:, -1, 2:]])
