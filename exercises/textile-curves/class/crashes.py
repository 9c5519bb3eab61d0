"""Pools until nothing is left, then asks for more."""

model = keras.Sequential([keras.Input((30, 30, 1))])
for channels in (8, 16, 32, 64, 128):
    model.add(layers.Conv2D(channels, 3, activation="relu"))
    model.add(layers.MaxPooling2D())
