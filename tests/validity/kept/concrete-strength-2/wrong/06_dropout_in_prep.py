# WRONG: (lacks: 4, no dropout before the first dense layer) a small dropout sits after the scaler inside a nested preprocessing model
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
prep = keras.Sequential([keras.Input((8,)), norm, layers.Dropout(0.02)], name="preprocessing")
net = keras.Sequential([
    keras.Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
], name="net")
i = keras.Input((8,))
model = keras.Model(i, net(prep(i)))
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mae")
history = model.fit(x_train, y_train, epochs=100, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
