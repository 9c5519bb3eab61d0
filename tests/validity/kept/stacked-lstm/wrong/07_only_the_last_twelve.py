# WRONG: (lacks: 5, 85 % at 24 steps) looks at the last twelve steps only, "because that is what it was trained on", and misses marks in front of them
inputs = keras.Input((None, 2))
x = inputs[:, -12:, :]
x = layers.GRU(14, return_sequences=True)(x)
x = layers.GRU(12)(x)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=64, epochs=15, validation_split=0.1, verbose=0)
print(history.history["val_accuracy"][-1])
