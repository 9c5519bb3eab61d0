# RIGHT: a small grid search on the validation rows over width, rate and dropout, then the best setting is trained again from fresh weights
from itertools import product


def build(width, rate, drop):
    norm = layers.Normalization()
    norm.adapt(x_train.to_numpy())
    net = keras.Sequential([keras.Input((8,)), norm])
    for _ in range(2):
        net.add(layers.Dense(width, activation="relu", kernel_initializer="he_normal"))
        if drop:
            net.add(layers.Dropout(drop))
    net.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))))
    net.compile(optimizer=keras.optimizers.RMSprop(rate), loss="mae")
    return net


results = []
for setting in product((32, 96), (1e-3, 5e-3), (0.0, 0.1)):
    net = build(*setting)
    tried = net.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=25, verbose=0)
    results.append({"setting": setting, "mae": np.mean(tried.history["val_loss"][-5:])})
results = pd.DataFrame(results).sort_values("mae")
print(results.to_string(index=False))

model = build(*results.iloc[0]["setting"])
plateau = keras.callbacks.ReduceLROnPlateau(monitor="loss", factor=0.5, patience=6, min_lr=2e-4)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=100,
                    callbacks=[plateau], verbose=0)
