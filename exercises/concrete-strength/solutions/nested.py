"""The body answers in spreads from the mean, Rescaling turns that into MPa; a callback lowers the learning rate."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
features = keras.Input((8,))
x = layers.Dense(64, activation="relu")(features)
x = layers.Dense(64, activation="relu")(x)
body = keras.Model(features, layers.Dense(1)(x), name="body")
model = keras.Sequential(
    [
        keras.Input((8,)),
        keras.Sequential([keras.Input((8,)), normalization], name="prepare"),
        body,
        layers.Rescaling(scale=float(y_train.std()), offset=float(y_train.mean())),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_valid, y_valid),
    batch_size=32,
    epochs=30,
    callbacks=[keras.callbacks.ReduceLROnPlateau(patience=6)],
    verbose=0,
)
