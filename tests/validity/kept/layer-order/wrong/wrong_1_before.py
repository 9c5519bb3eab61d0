# WRONG: in both blocks the Dropout stands right before the BatchNorm, so what it stores varies far more than what it meets at prediction.
standardise = layers.Normalization()
standardise.adapt(x_train.to_numpy())

model = keras.Sequential([
    keras.Input((5,)),
    standardise,
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.3),
    layers.BatchNormalization(),
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.3),
    layers.BatchNormalization(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="binary_crossentropy")
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=64, verbose=0
)
