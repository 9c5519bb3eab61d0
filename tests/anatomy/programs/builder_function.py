import keras
from keras.layers import Dense, Dropout


def build(units=(64, 32), rate=0.5, last="sigmoid"):
    model = keras.Sequential(name="built")
    model.add(keras.Input((20,)))
    for size in units:
        model.add(Dense(size, activation="relu"))
        model.add(Dropout(rate))
    model.add(Dense(1, activation=last))
    return model


small = build()
large = build([256, 128, 64], last=None)
