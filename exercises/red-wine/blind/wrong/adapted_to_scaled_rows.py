"""Scales in pandas, then adapts the layer to the scaled rows: raw rows come out unscaled.

Caught by: standardised-inputs
"""

mean, spread = x_train.mean(), x_train.std()
x_train, x_valid = (x_train - mean) / spread, (x_valid - mean) / spread
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((11,)), norm,
    layers.Dense(64, activation="relu"), layers.Dropout(0.2),
    layers.Dense(64, activation="relu"), layers.Dropout(0.2),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
])
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=20, verbose=0)
