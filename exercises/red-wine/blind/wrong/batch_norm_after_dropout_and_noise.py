"""Dropout of a third, a little noise, then batch norm: it still reads what dropout disturbed.

Caught by: no-batch-norm-after-dropout
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((11,)), norm,
    layers.Dense(64, activation="relu"), layers.Dropout(0.3), layers.GaussianNoise(0.01), layers.BatchNormalization(),
    layers.Dense(64, activation="relu"), layers.Dropout(0.3),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
])
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=30, verbose=0)
