# WRONG: (lacks 5: at most 0.85 times a straight line's error) decay_steps is the number of epochs, not of steps: the rate is 0 after two epochs
EPOCHS = 40
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((8,)),
    norm,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
rate = keras.optimizers.schedules.CosineDecay(2e-3, decay_steps=EPOCHS)
model.compile(optimizer=keras.optimizers.Adam(rate), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=EPOCHS, batch_size=32, verbose=0)
