# WRONG: (lacks: 3, at least two hidden layers with an activation) counts dense, batch norm and dropout as three hidden layers, there is one dense layer before the output
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((8,)),
    norm,
    layers.Dense(128, activation="relu"),
    layers.BatchNormalization(),
    layers.Dropout(0.05),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
])
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mae")
history = model.fit(x_train, y_train, epochs=100, batch_size=32, verbose=0)
