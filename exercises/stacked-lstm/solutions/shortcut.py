"""A way around the second LSTM, and a falling learning rate."""

series = keras.Input((None, 2))
first = layers.LSTM(12, return_sequences=True)(series)
second = layers.LSTM(12, return_sequences=True)(first)
both = layers.Add()([first, second])[:, -1]
model = keras.Model(series, layers.Dense(1, activation="sigmoid")(layers.Dense(8, activation="tanh")(both)))
rate = keras.optimizers.schedules.CosineDecay(0.015, decay_steps=14 * 63)
model.compile(keras.optimizers.Adam(rate), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=14, verbose=0)
