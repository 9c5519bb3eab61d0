# RIGHT: functional, two LSTMs of 14 units, Adam with clipped gradients, early stopping on the long validation series.
inputs = keras.Input((None, 2), name="series")
x = layers.LSTM(14, return_sequences=True, name="lower")(inputs)
x = layers.LSTM(14, name="upper")(x)
outputs = layers.Dense(1, activation="sigmoid", name="same_sign")(x)
model = keras.Model(inputs, outputs)

model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.01, clipnorm=1.0),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)
stop = keras.callbacks.EarlyStopping(
    monitor="val_loss", patience=10, start_from_epoch=12, restore_best_weights=True
)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=35, batch_size=64, callbacks=[stop], verbose=0
)
