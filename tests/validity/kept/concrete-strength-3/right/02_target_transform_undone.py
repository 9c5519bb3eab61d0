# RIGHT: trains on standardised strengths and undoes that in a last Rescaling layer of a wrapping model
m, s = float(y_train.mean()), float(y_train.std())

prep = layers.Normalization()
prep.adapt(x_train.to_numpy())
core = keras.Sequential([
    keras.Input((8,)),
    prep,
    layers.Dense(64, activation="relu", kernel_initializer="he_uniform"),
    layers.Dense(64, activation="relu", kernel_initializer="he_uniform"),
    layers.Dense(1),
], name="core")
core.compile(optimizer=keras.optimizers.Adam(5e-3), loss="mae")
history = core.fit(x_train, (y_train - m) / s, validation_data=(x_valid, (y_valid - m) / s),
                   epochs=60, batch_size=32, verbose=0,
                   callbacks=[keras.callbacks.ReduceLROnPlateau(monitor="loss", factor=0.5, patience=6, verbose=0)])

model = keras.Sequential([keras.Input((8,)), core, layers.Rescaling(scale=s, offset=m)])
model.compile(loss="mae")
print("MPa:", model.evaluate(x_valid, y_valid, verbose=0))
