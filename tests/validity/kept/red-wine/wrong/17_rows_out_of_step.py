# WRONG: (lacks: 5, "err at most 1.08 times as much as a straight line") shuffles the measurements but not the scores before fit, so the model learned nothing about wine
normalizer = layers.Normalization()
normalizer.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input(shape=(11,)),
    normalizer,
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.2),
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.2),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6)),
])
model.compile(optimizer="adam", loss="mae")
mixed = x_train.sample(frac=1, random_state=0).to_numpy()
target = y_train.to_numpy()
history = model.fit(mixed, target, validation_data=(x_valid, y_valid), epochs=40, batch_size=32, verbose=0)
