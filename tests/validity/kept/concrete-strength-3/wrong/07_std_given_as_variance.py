# WRONG: (lacks 2: standardise) Normalization gets the standard deviation where it wants the variance, so columns are divided by the root of their spread
stats = x_train.describe()
norm = layers.Normalization(mean=stats.loc["mean"].to_numpy(), variance=stats.loc["std"].to_numpy())
model = keras.Sequential([
    keras.Input((8,)),
    norm,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
])
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=80, batch_size=32, verbose=0)
