from keras import Input, Model, layers


def block(x, filters, pool=True, *, rate=0.0):
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    x = layers.ReLU()(x)
    if pool:
        x = layers.MaxPooling2D()(x)
    return layers.Dropout(rate)(x) if rate else x


inputs = Input((32, 32, 3))
x = block(inputs, 16)
x = block(x, 32, rate=0.2)
x = block(x, filters=64, pool=False)
outputs = layers.Dense(10, "softmax")(layers.Flatten()(x))
model = Model(inputs, outputs)
