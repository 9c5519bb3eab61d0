"""Model.add style with separate Activation/LeakyReLU layers, Normalization given mean and variance from pandas, two fit calls with a smaller rate in the second."""

mu = x_train.mean().values
sigma2 = x_train.var().values
print(mu, sigma2)

model = keras.Sequential(name="road_km")
model.add(keras.Input((4,)))
model.add(layers.Normalization(mean=mu, variance=sigma2))
model.add(layers.Dense(96))
model.add(layers.Activation("relu"))
model.add(layers.Dense(96, kernel_initializer="he_normal"))
model.add(layers.LeakyReLU(negative_slope=0.05))
model.add(layers.Dense(48))
model.add(layers.Activation(keras.activations.relu))
model.add(layers.Dense(1, activation="linear"))

# expectation: error falls fast, then gets noisy
model.compile(optimizer=keras.optimizers.Adam(0.002), loss=keras.losses.MeanSquaredError())
first = model.fit(x_train.values, y_train.values, batch_size=64, epochs=20, verbose=0)
print("after first fit", r_squared(model.predict(x_valid, verbose=0)))

# now smaller steps
model.optimizer.learning_rate = 0.0003
history = model.fit(x_train.values, y_train.values, batch_size=64, epochs=10, verbose=0)
print("after second fit", r_squared(model.predict(x_valid, verbose=0)))
