"""Compiled before it was built from anything: the name is misspelt."""

model = keras.Sequential([keras.Input((5,)), layers.Dense(32, "relu"), layers.Dense(1, "sigmoid")])
modle.compile("adam", "binary_crossentropy")
