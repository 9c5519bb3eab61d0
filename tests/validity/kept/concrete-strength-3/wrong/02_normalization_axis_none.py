# WRONG: (lacks 2: standardise the measurements) Normalization(axis=None) takes one mean and one variance for all eight columns together
norm = layers.Normalization(axis=None)
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((8,)),
    norm,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
])
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=80, batch_size=32, verbose=0)
