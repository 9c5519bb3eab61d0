"""BatchNormalization sits behind the first Dense, so its sums are standardised but the raw degrees go into the Dense as they are.

Caught by: standardised-inputs
"""

model = keras.Sequential([
    keras.Input((4,)),
    layers.Dense(128, use_bias=False),
    layers.BatchNormalization(momentum=0.9, epsilon=1e-5),
    layers.ReLU(),
    layers.Dense(64, activation="relu"),
    layers.Dense(32, activation="relu"),
    layers.Dense(1),
])
schedule = keras.optimizers.schedules.ExponentialDecay(0.004, decay_steps=200, decay_rate=0.6)
model.compile(optimizer=keras.optimizers.Adam(schedule), loss="mse")
history = model.fit(x_train, y_train, batch_size=100, epochs=55, verbose=0)
