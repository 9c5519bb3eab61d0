"""A stack inside a model, with dense layers at each step in front; the best epoch on longer series is kept."""

stack = keras.Sequential([layers.LSTM(12, return_sequences=True), layers.LSTM(12)])
model = keras.Sequential(
    [
        keras.Input((None, 2)),
        layers.Dense(6, activation="tanh"),
        stack,
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
best = keras.callbacks.EarlyStopping("val_loss", patience=8, restore_best_weights=True)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=18, callbacks=[best], verbose=0
)
