"""Two layers of 24 units.

Caught by: budget
"""

model = keras.Sequential(
    [
        keras.Input((None, 2)),
        layers.LSTM(24, return_sequences=True),
        layers.LSTM(24),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=64, epochs=8, verbose=0)
