"""A sigmoid with room enough: no way in this city is as long as 100 km, but one elsewhere may be.

Caught by: linear-output
"""

scale = layers.Normalization()
scale.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((4,)),
        scale,
        layers.Dense(100, activation="relu"),
        layers.Dense(100, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
        layers.Rescaling(100),
    ]
)
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train, y_train, batch_size=64, epochs=20, verbose=0)
