"""Two LSTMs, but one beside the other.

Caught by: stack
"""

series = keras.Input((None, 2))
both = layers.Concatenate()([layers.LSTM(10)(series), layers.LSTM(10, go_backwards=True)(series)])
model = keras.Model(series, layers.Dense(1, activation="sigmoid")(layers.Dense(10, activation="relu")(both)))
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=14, verbose=0)
