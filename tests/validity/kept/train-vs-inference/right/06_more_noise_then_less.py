# RIGHT: first trains with a dropout of 40 %, then moves the weights into a twin with 15 % and goes on, nested backbone and head
def make(rate):
    norm = layers.Normalization()
    norm.adapt(x_train.to_numpy())
    backbone = keras.Sequential([
        keras.Input((5,)), norm,
        layers.Dense(128, "relu"), layers.Dropout(rate),
        layers.Dense(128, "relu"), layers.Dropout(rate),
    ], name="backbone")
    a = keras.Input((5,))
    net = keras.Model(a, layers.Dense(1, "sigmoid", name="head")(backbone(a)))
    net.compile(keras.optimizers.Adam(2e-3), "binary_crossentropy")
    return net

first = make(0.4)
h1 = first.fit(x_train, y_train, epochs=8, batch_size=64, verbose=0)
model = make(0.15)
model.set_weights(first.get_weights())
history = model.fit(x_train, y_train, epochs=25, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
