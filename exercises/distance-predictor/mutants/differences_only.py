"""Takes the two differences instead of the four degrees, so nobody can pass it a whole row.

Caught by: raw-degrees-in
"""

x_train, x_valid = (
    pd.DataFrame({"north": part["lat1"] - part["lat2"], "east": part["lon1"] - part["lon2"]})
    for part in (x_train, x_valid)
)
scale = layers.Normalization()
scale.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((2,)),
        scale,
        layers.Dense(100, activation="relu"),
        layers.Dense(100, activation="relu"),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train, y_train, batch_size=64, epochs=10, verbose=0)
