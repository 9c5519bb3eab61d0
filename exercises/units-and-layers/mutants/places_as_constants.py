"""The training places are constants of the model: no weights, but numbers.

Caught by: budget
"""

known = keras.ops.convert_to_tensor(x_train.to_numpy()[:600])
inputs = keras.Input((2,))
apart = keras.ops.sum((inputs[:, None, :] - known) ** 2, axis=2)
near = keras.ops.softmax(-400 * apart)
model = keras.Model(inputs, layers.Dense(1)(layers.Dense(8, "relu")(near)))
model.compile(keras.optimizers.Adam(0.005), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=100, verbose=0)
