# WRONG: (lacks 1: raw degrees, as they come) the tables are turned into radians outside, the model wants radians
x_train, x_valid = np.radians(x_train), np.radians(x_valid)   # trigonometry wants radians

n = layers.Normalization()
n.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((4,)),
    n,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(np.mean(y_train)))),
])
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=60, batch_size=64, verbose=0)
