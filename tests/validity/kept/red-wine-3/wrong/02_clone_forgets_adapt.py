# WRONG: (lacks 2: standardise) the scaler is adapted in a template, but clone_model makes a fresh one with mean 0 and variance 1
scaler = layers.Normalization()
scaler.adapt(x_train.to_numpy())
template = keras.Sequential([
    keras.Input((11,)),
    scaler,
    layers.Dense(64),
    layers.BatchNormalization(momentum=0.9),
    layers.Activation("relu"),
    layers.Dropout(0.2),
    layers.Dense(32, activation="relu"),
    layers.Dropout(0.2),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
])

# always start from the same recipe
model = keras.models.clone_model(template)
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=32, verbose=0)
