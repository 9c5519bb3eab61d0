# WRONG: (lacks 4: answers must spread at least 0.8 times as wide as the truth) labels are "smoothed" towards the mean way, so the answers spread .6 times
SMOOTHING = 0.4
middle = float(np.mean(y_train))
y_smooth = (1 - SMOOTHING) * y_train + SMOOTHING * middle   # against overconfidence

n = layers.Normalization()
n.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((4,)),
    n,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(middle)),
])
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="mse")
history = model.fit(x_train, y_smooth, validation_data=(x_valid, y_valid), epochs=50, batch_size=64, verbose=0)
