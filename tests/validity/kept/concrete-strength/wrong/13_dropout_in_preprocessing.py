# WRONG: (lacks: 4, no dropout before the first dense layer) a nested "preprocessing" model scales and also drops measurements against overfitting
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
preprocessing = keras.Sequential([keras.Input((8,)), norm, layers.Dropout(0.03)], name="preprocessing")
regressor = keras.Sequential([
    keras.Input((8,)),
    layers.Dense(128, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
], name="regressor")
inputs = keras.Input((8,))
model = keras.Model(inputs, regressor(preprocessing(inputs)))
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(x_train, y_train, epochs=80, batch_size=32, verbose=0, validation_data=(x_valid, y_valid))
