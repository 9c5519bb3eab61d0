import keras

settings = {"units": [16, 8], "activation": "relu"}
settings["rate"] = 0.3
settings.update(out=1)
model = keras.Sequential()
model.add(keras.Input((5,)))
for units in settings["units"]:
    model.add(keras.layers.Dense(units, activation=settings.get("activation", "tanh")))
    if settings.get("rate"):
        model.add(keras.layers.Dropout(settings["rate"]))
model.add(keras.layers.Dense(settings["out"]))
