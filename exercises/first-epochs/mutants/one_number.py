"""Answers the digit as one number.

Caught by: ten-digits-out
"""

order = np.random.default_rng(0).permutation(len(x))
aside, rest = order[:1200], order[1200:]
model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(48, activation="relu"),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mse", metrics=["accuracy"])
history = model.fit(x[rest], y[rest], validation_data=(x[aside], y[aside]), batch_size=32, epochs=3, verbose=0)
