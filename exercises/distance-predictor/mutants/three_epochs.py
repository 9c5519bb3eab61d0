"""All mended, stopped after three epochs.

Caught by: r-squared
"""

scale = layers.Normalization()
scale.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((4,)),
        scale,
        layers.Dense(100, activation="relu"),
        layers.Dense(100, activation="relu"),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train, y_train, batch_size=64, epochs=3, verbose=0)
