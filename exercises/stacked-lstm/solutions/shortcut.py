"""A way around the second recurrent layer, and the weights of the best epoch."""

series = keras.Input((None, 2))
first = layers.GRU(12, return_sequences=True)(series)
second = layers.GRU(12, return_sequences=True)(first)
both = layers.Add()([first, second])[:, -1]
model = keras.Model(series, layers.Dense(1, activation="sigmoid")(layers.Dense(8, activation="tanh")(both)))
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
best = keras.callbacks.EarlyStopping(monitor="val_loss", patience=20, restore_best_weights=True)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=20, callbacks=[best], verbose=0
)
