# RIGHT: every way is shown in both directions (rows doubled); plain SGD with Nesterov momentum on standardised kilometres, rescaled by an outer model
turn = {"lat1": "lat2", "lat2": "lat1", "lon1": "lon2", "lon2": "lon1"}
both_x = pd.concat([x_train, x_train.rename(columns=turn)[x_train.columns]]).to_numpy()
km_mean, km_std = float(y_train.mean()), float(y_train.std())
both_y = (np.concatenate([y_train, y_train]) - km_mean) / km_std

standardise = layers.Normalization()
standardise.adapt(both_x)
inner = keras.Sequential([
    keras.Input((4,)),
    standardise,
    layers.Dense(64, activation="relu", kernel_initializer="he_normal"),
    layers.Dense(64, activation="relu", kernel_initializer="he_normal"),
    layers.Dense(32, activation="relu", kernel_initializer="he_normal"),
    layers.Dense(1),
], name="inner")

steps = -(-len(both_x) // 32)
epochs = int(np.clip(8000 // steps, 30, 120))
schedule = keras.optimizers.schedules.PiecewiseConstantDecay(
    [int(0.6 * epochs) * steps, int(0.85 * epochs) * steps], [0.03, 0.006, 0.001])
inner.compile(optimizer=keras.optimizers.SGD(schedule, momentum=0.9, nesterov=True, clipnorm=1.0), loss="mse")
history = inner.fit(both_x, both_y, batch_size=32, epochs=epochs, verbose=0,
                    validation_data=(x_valid.to_numpy(), (np.asarray(y_valid) - km_mean) / km_std))

model = keras.Sequential([keras.Input((4,)), inner, layers.Rescaling(km_std, offset=km_mean)], name="kilometres")
model.compile(loss="mse")
