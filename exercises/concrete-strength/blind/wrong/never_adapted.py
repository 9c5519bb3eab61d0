"""Has a Normalization layer but never calls adapt, so it passes raw values on.

Caught by: standardised-inputs
"""

model = keras.Sequential([
    keras.Input(shape=(8,)),
    layers.Normalization(),
    layers.Dense(128, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
])
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mae")
history = model.fit(x_train, y_train, epochs=120, batch_size=32, verbose=0)
