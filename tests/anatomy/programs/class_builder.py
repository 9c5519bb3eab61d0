import keras
from keras import layers


class Builder:
    activation = "relu"

    def __init__(self, classes, hidden=(8, 4)):
        self.classes = classes
        self.hidden = hidden

    @property
    def head(self):
        return "softmax" if self.classes > 1 else "sigmoid"

    @staticmethod
    def entry():
        return keras.Input((6,))

    def build(self):
        inputs = x = self.entry()
        for units in self.hidden:
            x = layers.Dense(units, self.activation)(x)
        return keras.Model(inputs, layers.Dense(self.classes, self.head)(x))


class Deep(Builder):
    activation = "gelu"


model = Builder(3).build()
deep = Deep(1, hidden=(5, 5, 5)).build()
