"""The network of the question in the spelling of Keras 3: stateful, for batches of 32.

Caught by: longer-series
"""

model = keras.Sequential(
    [
        keras.Input(batch_shape=(32, 12, 2)),
        layers.LSTM(100, return_sequences=True, stateful=True),
        layers.LSTM(100, stateful=True),
        layers.Dense(100, activation="relu"),
        layers.Dense(100, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile("adam", loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=32, epochs=1, verbose=0)
