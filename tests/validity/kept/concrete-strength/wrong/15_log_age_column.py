# WRONG: (lacks: 1, take the 8 raw measurements) adds the logarithm of the age as a ninth column to the tables, the model asks for nine numbers
x_train = x_train.assign(log_age=np.log1p(x_train["age"]))
x_valid = x_valid.assign(log_age=np.log1p(x_valid["age"]))

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((x_train.shape[1],)),
    norm,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(x_train, y_train, epochs=60, batch_size=32, verbose=0, validation_data=(x_valid, y_valid))
