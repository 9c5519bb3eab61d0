import keras

HIDDEN, CLASSES = 2**6 + 1, 10
SIDE = 28 // 2
config = {"rate": 1 / 4, "activation": "el" + "u"}
model = keras.Sequential([
    keras.Input(shape=(SIDE * SIDE,)),
    keras.layers.Dense(HIDDEN - 1, activation=config["activation"], name=f"hidden_{HIDDEN}"),
    keras.layers.Dropout(config["rate"]),
    keras.layers.Dense(CLASSES, **{"activation": "softmax"}),
])
