"""Trained on distances in units of 100 km, as the asker did; nothing in the model leads back.

Caught by: answers-differ
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
history = model.fit(x_train, y_train / 100, batch_size=64, epochs=20, verbose=0)
