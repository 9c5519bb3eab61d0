# RIGHT: an ensemble in one functional model: three differently sized networks on one shared Normalization, averaged
shared_norm = layers.Normalization()
shared_norm.adapt(x_train.to_numpy())


def member(z, units, act, rate):
    h = layers.Dense(units, activation=act)(z)
    h = layers.Dropout(rate)(h)
    h = layers.Dense(units, activation=act)(h)
    h = layers.Dropout(rate)(h)
    return layers.Dense(1, bias_initializer=keras.initializers.Constant(5.63))(h)


inputs = keras.Input(shape=(11,))
z = shared_norm(inputs)
votes = [member(z, 32, "relu", 0.1), member(z, 48, "tanh", 0.2), member(z, 64, "gelu", 0.3)]
model = keras.Model(inputs, layers.Average()(votes))
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="mae", metrics=["mae", "mse"])
history = model.fit(x_train, y_train, batch_size=32, epochs=40, validation_data=(x_valid, y_valid), verbose=0)
