# WRONG: (lacks: 5, err at most 0.85 times a straight line) gives the exponential decay its steps in epochs, but it counts batches: the rate is next to zero after a few epochs
EPOCHS = 60
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((8,)),
    norm,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
rate = keras.optimizers.schedules.ExponentialDecay(0.01, decay_steps=10, decay_rate=0.7)  # every 10 epochs
model.compile(optimizer=keras.optimizers.Adam(rate), loss="mae")
history = model.fit(x_train, y_train, epochs=EPOCHS, batch_size=32, verbose=0)
