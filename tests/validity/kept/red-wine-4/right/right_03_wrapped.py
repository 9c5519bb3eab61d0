# RIGHT: a core trained on standardised scores with Huber loss, wrapped in an outer model that turns its answers back into scores
score_mean, score_std = float(y_train.mean()), float(y_train.std())
z_train = (np.asarray(y_train, dtype="float32") - score_mean) / score_std
z_valid = (np.asarray(y_valid, dtype="float32") - score_mean) / score_std

standardise = layers.Normalization()
standardise.adapt(np.array(x_train))

core = keras.Sequential(name="core")
core.add(keras.Input(shape=(11,)))
core.add(standardise)
for units, rate in [(96, 0.4), (48, 0.3), (24, 0.1)]:
    core.add(layers.Dense(units, kernel_initializer="he_normal"))
    core.add(layers.LeakyReLU(negative_slope=0.1))
    core.add(layers.Dropout(rate))
core.add(layers.Dense(1, kernel_initializer="zeros"))

core.compile(loss=keras.losses.Huber(delta=0.5), optimizer=keras.optimizers.RMSprop(1e-3), metrics=["mae"])
history = core.fit(x_train, z_train, validation_data=(x_valid, z_valid),
                   epochs=50, batch_size=32, verbose=0)

# back to the scale of the scores: a straight rescaling, no bound
model = keras.Sequential([
    keras.Input(shape=(11,)),
    core,
    layers.Rescaling(scale=score_std, offset=score_mean),
])
model.compile(loss="mae")
