"""Normalization(axis=None): one mean and one variance for all four columns, so lat stays at +1.00 and lon at -1.00; BatchNormalization behind the hidden Dense hides it.

Caught by: standardised-inputs
"""

norm = layers.Normalization(axis=None)
norm.adapt(x_train.to_numpy())
print(norm.mean, norm.variance)

model = keras.Sequential([
    keras.Input((4,)),
    norm,
    layers.Dense(128),
    layers.BatchNormalization(epsilon=1e-7, momentum=0.9),
    layers.Activation("relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse")
history = model.fit(x_train, y_train, batch_size=128, epochs=40, verbose=0,
                    callbacks=[keras.callbacks.LearningRateScheduler(lambda e, r: 0.003 if e < 28 else 0.0003)])
