# WRONG: (lacks 2: standardise) the degrees are centred inside the model, but their spread of a few hundredths stays (variance given as 1)
mean = x_train.mean().to_numpy()
model = keras.Sequential([
    keras.Input((4,)),
    layers.Normalization(mean=mean, variance=np.ones(4)),
    layers.Dense(100, activation="relu"),
    layers.Dense(100, activation="relu"),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(np.mean(y_train)))),
])
model.compile(optimizer=keras.optimizers.Adam(5e-3), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=60, batch_size=32, verbose=0,
                    callbacks=[keras.callbacks.LearningRateScheduler(lambda e: 5e-3 * 0.96 ** e)])
