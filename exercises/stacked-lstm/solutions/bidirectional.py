"""The first layer reads the series in both directions."""

model = keras.Sequential(
    [
        keras.Input((None, 2)),
        layers.Bidirectional(layers.LSTM(8, return_sequences=True)),
        layers.LSTM(10),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=14, verbose=0)
