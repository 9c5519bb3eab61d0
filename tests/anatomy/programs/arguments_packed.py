import keras

common = dict(padding="same", activation="relu")


def conv(*sizes, **options):
    return [keras.layers.Conv2D(size, 3, **options) for size in sizes]


model = keras.Sequential([keras.Input((8, 8, 1))] + conv(4, 8, strides=2, **common) + [keras.layers.Flatten()])
