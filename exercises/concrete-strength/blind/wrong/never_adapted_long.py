"""Adapt was forgotten, nothing else helps but long training: raw kilograms all the way.

Caught by: standardised-inputs
"""

model = keras.Sequential([
    keras.Input((8,)), layers.Normalization(),
    layers.Dense(64, activation="relu"), layers.Dense(64, activation="relu"),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
])
model.compile(optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.005, 150 * 19)), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=150, verbose=0)
