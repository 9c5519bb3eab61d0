from keras import Input, Sequential, layers

depth = 3
model = Sequential([Input((16, 16, 3))])
for level in range(depth):
    model.add(layers.Conv2D(8 * 2**level, (3, 3), padding="same"))
    if level < depth - 1:
        model.add(layers.MaxPooling2D(2))
model.add(layers.GlobalAveragePooling2D())
model.add(layers.Dense(5))
