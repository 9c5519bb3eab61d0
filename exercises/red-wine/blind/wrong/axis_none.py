"""Normalization(axis=None): one mean and one variance for all eleven columns together, so the columns keep their different scales.

Caught by: standardised-inputs
"""

norm = layers.Normalization(axis=None)
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input(shape=(11,)),
    norm,
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.1),
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.1),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
])
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=100, batch_size=32, verbose=0)
