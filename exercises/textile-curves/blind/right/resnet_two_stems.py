"""Little residual network whose shortcuts begin behind a strided stem and end before a further convolution."""

def conv_bn(x, f, k=3, s=1, act=True):
    x = layers.Conv2D(f, k, strides=s, padding="same", use_bias=False, kernel_initializer="he_normal")(x)
    x = layers.BatchNormalization(momentum=0.85)(x)
    return layers.ReLU()(x) if act else x

inputs = keras.Input(shape=(30, 30, 1))
x = conv_bn(inputs, 16, 5, 2)
x = conv_bn(x, 24, 3, 2)
y = conv_bn(x, 24)
y = conv_bn(y, 24, act=False)
x = layers.ReLU()(layers.Add()([x, y]))
x = conv_bn(x, 32, 3)
x = layers.GlobalAveragePooling2D()(x)
outputs = layers.Dense(5, activation="softmax")(x)
model = keras.Model(inputs, outputs)

# triangle down: the second half of the epochs gets short steps only
spe = 25
bounds = [5 * spe, 7 * spe, 9 * spe, 12 * spe]
lrs = [3e-3, 1e-3, 2e-4, 5e-5, 2e-5]
model.compile(keras.optimizers.Adam(keras.optimizers.schedules.PiecewiseConstantDecay(bounds, lrs)),
              "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=32, epochs=16, validation_data=(x_valid, y_valid), verbose=0)
