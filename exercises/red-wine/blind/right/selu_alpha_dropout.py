"""Self-normalising network: selu, lecun_normal and AlphaDropout (which drops units too) instead of relu and Dropout."""

keras.utils.set_random_seed(42)
scale = layers.Normalization()
scale.adapt(np.array(x_train))


def snn(width):
    return layers.Dense(width, activation="selu", kernel_initializer="lecun_normal")


model = keras.Sequential([
    layers.Input((11,)), scale,
    snn(64), layers.AlphaDropout(0.07),
    snn(64), layers.AlphaDropout(0.07),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6)),
])
model.compile(keras.optimizers.Adam(1e-3), loss="mae")
history = model.fit(np.array(x_train), np.array(y_train), validation_data=(np.array(x_valid), np.array(y_valid)),
                    batch_size=32, epochs=40, verbose=0)
