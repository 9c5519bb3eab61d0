# WRONG: (lacks: 2, standardise inside the model) has a Normalization layer but forgot adapt, so it passes the raw numbers on
model = keras.Sequential([
    keras.Input(shape=(8,)),
    layers.Normalization(axis=-1),
    layers.Dense(128, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.002), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=150, batch_size=32, verbose=0)
