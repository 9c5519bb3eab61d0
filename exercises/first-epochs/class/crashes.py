"""Rows and targets of different lengths."""

model = keras.Sequential([keras.Input((28, 28, 1)), layers.Flatten(), layers.Dense(10, "softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x[1000:], y, validation_split=0.2, epochs=2, verbose=0)
