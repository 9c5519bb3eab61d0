"""A sigmoid that is stretched to the range of the training strengths.

Caught by: linear-output
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((8,)),
    norm,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
    layers.Activation("sigmoid"),
    layers.Rescaling(float(y_train.max())),
])
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mse", metrics=["mae"])
history = model.fit(x_train, y_train, epochs=60, batch_size=32, verbose=0)
