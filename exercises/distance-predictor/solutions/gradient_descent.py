"""The asker's layers and optimizer, with momentum, clipped gradients and a falling rate; starts at the mean."""

scale = layers.Normalization()
scale.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((4,)),
        scale,
        layers.Dense(100, activation="relu"),
        layers.Dense(100, activation="relu"),
        layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
    ]
)
rate = keras.optimizers.schedules.CosineDecay(0.01, decay_steps=25 * 79)
model.compile(optimizer=keras.optimizers.SGD(rate, momentum=0.9, clipnorm=5), loss="mse")
stop = keras.callbacks.EarlyStopping(patience=10, restore_best_weights=True)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=25, verbose=0, callbacks=[stop]
)
