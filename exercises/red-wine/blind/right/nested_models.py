"""Three models nested in one another (preprocessing, body, head), the body itself made of two small Sequentials."""

normaliser = layers.Normalization()
normaliser.adapt(np.asarray(x_train, dtype="float32"))
preprocessing = keras.Sequential([keras.Input((11,)), normaliser], name="preprocessing")


def hidden(units, rate, n_in, name):
    return keras.Sequential([
        keras.Input((n_in,)),
        layers.Dense(units, kernel_initializer="he_normal"),
        layers.LeakyReLU(negative_slope=0.1),
        layers.Dropout(rate),
    ], name=name)


body = keras.Sequential([keras.Input((11,)), hidden(48, 0.15, 11, "first"), hidden(48, 0.15, 48, "second")], name="body")

i = keras.Input((48,))
o = layers.Dense(1)(i)
o = layers.Rescaling(1.0, offset=float(y_train.mean()))(o)
head = keras.Model(i, o, name="head")

wine = keras.Input((11,))
model = keras.Model(wine, head(body(preprocessing(wine))), name="wine")
model.compile(loss="mae", optimizer=keras.optimizers.Nadam(learning_rate=1e-3))
history = model.fit(x_train, y_train, batch_size=32, epochs=40, verbose=0, validation_data=(x_valid, y_valid))
