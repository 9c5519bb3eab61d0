"""Flattened twice: the name of the layer is misspelt."""

model = keras.Sequential([keras.Input((28, 28, 1)), layers.Flaten(), layers.Dense(10, "softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
