# WRONG: (lacks: 4, at most 3000 "trainable or not") 4200 numbers; the first layer is frozen after training so that the trainable ones are below 3000
model = keras.Sequential([
    keras.Input((None, 2)),
    layers.LSTM(20, return_sequences=True),
    layers.LSTM(16),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.008), "binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=64, epochs=16, validation_data=(x_valid, y_valid), verbose=0)

model.layers[0].trainable = False
trainable = sum(int(np.prod(w.shape)) for w in model.trainable_weights)
print("trainable:", trainable)
assert trainable <= 3000
