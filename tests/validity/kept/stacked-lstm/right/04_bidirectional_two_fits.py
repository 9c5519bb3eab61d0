# RIGHT: a Bidirectional LSTM below a plain LSTM, a fast fit followed by a slow one with the histories joined
model = keras.models.Sequential()
model.add(keras.Input(shape=(None, 2)))
model.add(layers.Bidirectional(layers.LSTM(8, return_sequences=True)))
model.add(layers.LSTM(10))
model.add(layers.Dense(1, activation="sigmoid"))

model.compile(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(0.012), metrics=["accuracy"])
h1 = model.fit(x_train, y_train, epochs=13, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)

model.optimizer.learning_rate = 0.003
h2 = model.fit(x_train, y_train, epochs=5, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)

history = h1
history.history = {k: h1.history[k] + h2.history[k] for k in h1.history}
