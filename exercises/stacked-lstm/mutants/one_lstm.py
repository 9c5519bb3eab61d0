"""One LSTM with dense layers behind it: it answers well, and is no stack.

Caught by: stack
"""

model = keras.Sequential(
    [
        keras.Input((None, 2)),
        layers.LSTM(15),
        layers.Dense(12, activation="relu"),
        layers.Dense(12, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=14, verbose=0)
