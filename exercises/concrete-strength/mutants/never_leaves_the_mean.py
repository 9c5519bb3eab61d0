"""Starts at the mean and takes steps too small to leave it.

Caught by: error-ratio
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((8,)),
        normalization,
        layers.Dense(64, activation="relu"),
        layers.Dense(64, activation="relu"),
        layers.Dense(1, kernel_initializer="zeros", bias_initializer=keras.initializers.Constant(y_train.mean())),
    ]
)
model.compile(optimizer=keras.optimizers.SGD(1e-6), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=10, verbose=0)
