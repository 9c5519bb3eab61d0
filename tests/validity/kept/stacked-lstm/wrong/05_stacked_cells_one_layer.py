# WRONG: (lacks: 3, "each a layer of its own") two LSTM cells given as a list to one RNN layer: a single recurrent layer
cells = [layers.LSTMCell(12), layers.LSTMCell(12)]
model = keras.Sequential([
    keras.Input((None, 2)),
    layers.RNN(cells),
    layers.Dense(8, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=64, epochs=18, validation_data=(x_valid, y_valid), verbose=0)
