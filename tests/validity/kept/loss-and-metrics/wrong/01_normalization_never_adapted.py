# WRONG: (lacks 2: standardise the readings) the Normalization layer is there but was never adapted, so raw numbers reach the first Dense; BatchNorm behind it makes it train anyway
normalizer = layers.Normalization(axis=-1)
model = keras.Sequential([
    keras.Input((5,)),
    normalizer,
    layers.Dense(64, use_bias=False),
    layers.BatchNormalization(),
    layers.Activation("relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="binary_crossentropy", metrics=[keras.metrics.AUC(curve="PR")])
history = model.fit(x_train, y_train, epochs=30, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
