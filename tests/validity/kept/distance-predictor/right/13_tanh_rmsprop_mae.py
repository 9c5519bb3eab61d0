# RIGHT: a tanh layer with a linear path of the standardised degrees around it, then elu and a linear head (answer stays unbounded); RMSprop, MAE, sample weights, three fits at falling rates
norm = layers.Normalization()
norm.adapt(np.asarray(x_train))

inputs = keras.Input((4,))
z = norm(inputs)
h = layers.Dense(128, activation="tanh")(z)
h = layers.Concatenate()([h, z])
h = layers.Dense(64, activation="elu")(h)
outputs = layers.Dense(1)(h)
model = keras.Model(inputs, outputs)

weights = np.where(y_train < 10, 1.5, 1.0)  # short ways are rare
model.compile(optimizer=keras.optimizers.RMSprop(0.003), loss="mae", weighted_metrics=["mse"])
for rate in (0.003, 0.001, 0.0002):
    model.optimizer.learning_rate = rate
    history = model.fit(x_train, y_train, sample_weight=weights, batch_size=64, epochs=13, verbose=0)
    print(rate, r_squared(model.predict(x_valid, verbose=0)))
