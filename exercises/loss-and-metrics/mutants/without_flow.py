"""The flow is held at zero inside the model, and a low pressure alone says little.

Caught by: average-precision
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
inputs = keras.Input((5,))
kept = normalization(inputs) * np.array([[1.0, 0.0, 1.0, 1.0, 1.0]], dtype="float32")
x = layers.Dense(32, activation="relu")(kept)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(layers.Dense(32, activation="relu")(x)))
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
