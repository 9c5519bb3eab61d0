"""The nearest of six hundred known places answers: almost no weights, but eighteen hundred numbers.

Caught by: budget
"""

known = keras.ops.convert_to_tensor(x_train.to_numpy()[:600])
heights = keras.ops.convert_to_tensor(y_train.to_numpy()[:600, None])
inputs = keras.Input((2,))
apart = keras.ops.sum((inputs[:, None, :] - known) ** 2, axis=2)
model = keras.Model(inputs, layers.Dense(1)(keras.ops.matmul(keras.ops.softmax(-400 * apart), heights)))
model.compile(keras.optimizers.Adam(0.005), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=20, verbose=0)
