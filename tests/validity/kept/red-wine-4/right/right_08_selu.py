# RIGHT: a self-normalising network, selu with lecun_normal and AlphaDropout, Nadam with exponential decay
steps_per_epoch = -(-len(x_train) // 32)

model = keras.Sequential(name="snn")
model.add(keras.Input((11,)))
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model.add(norm)
for units in (40, 40, 20):
    model.add(layers.Dense(units, activation="selu", kernel_initializer="lecun_normal"))
    model.add(layers.AlphaDropout(0.1))
model.add(layers.Dense(1, kernel_initializer=keras.initializers.RandomNormal(stddev=0.01),
                       bias_initializer=keras.initializers.Constant(float(y_train.median()))))

schedule = keras.optimizers.schedules.ExponentialDecay(1e-3, decay_steps=10 * steps_per_epoch, decay_rate=0.5)
model.compile(optimizer=keras.optimizers.Nadam(schedule), loss="mean_absolute_error")
history = model.fit(x_train, y_train, epochs=40, batch_size=32, verbose=0,
                    validation_data=(x_valid, y_valid))
