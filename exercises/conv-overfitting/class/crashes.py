"""Pools until nothing is left, then asks for more."""

model = keras.Sequential([keras.Input((14, 14, 1))])
for channels in (8, 16, 32, 64):
    model.add(layers.Conv2D(channels, 3, activation="relu"))
    model.add(layers.MaxPooling2D())
