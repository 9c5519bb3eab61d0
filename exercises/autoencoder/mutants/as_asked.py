"""The asker's model: one output, and the word accuracy.

Caught by: named-outputs
"""

model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(16, activation="relu"),
        layers.Dense(64, activation="relu"),
        layers.Dense(784, activation="sigmoid"),
    ]
)
model.compile(optimizer="adam", loss="mean_squared_error", metrics=["accuracy"])
history = model.fit(x_train, x_train.reshape(-1, 784), batch_size=64, epochs=1, verbose=0)
