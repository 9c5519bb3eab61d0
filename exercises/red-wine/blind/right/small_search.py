"""Loops over widths and dropout rates and keeps the model AND the history of the best one."""

def make(width, rate):
    n = layers.Normalization()
    n.adapt(x_train.to_numpy())
    net = keras.Sequential([keras.Input((11,)), n])
    for k in range(2):
        net.add(layers.Dense(width // (k + 1), activation="relu", name=f"hidden_{k}"))
        net.add(layers.Dropout(rate, name=f"drop_{k}"))
    net.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean()), name="score"))
    net.compile("adam", "mae")
    return net


results = {}
best = np.inf
for width in (32, 96):
    for rate in (0.1, 0.3):
        candidate = make(width, rate)
        h = candidate.fit(x_train, y_train, epochs=40, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
        err = h.history["val_loss"][-1]
        results[width, rate] = err
        if err < best:
            best, model, history = err, candidate, h
print(pd.Series(results))
