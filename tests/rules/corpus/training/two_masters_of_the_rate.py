# %% a decay, and a plateau
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
rate = optimizers.schedules.ExponentialDecay(1e-3, 1000, 0.9)
adam = optimizers.Adam(learning_rate=rate)
model.compile(adam, "mse")
model.fit(x, y, epochs=9, callbacks=[callbacks.EarlyStopping("loss"), callbacks.ReduceLROnPlateau("loss")])  # ← training/two-masters-of-the-rate

# %% a cosine, and a function
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(optimizers.SGD(optimizers.schedules.CosineDecay(0.1, 1000)), "mse")
stop = callbacks.LearningRateScheduler(lambda epoch: 0.1 / (epoch + 1))
model.fit(x, y, epochs=9, callbacks=stop)  # ← training/two-masters-of-the-rate

# %% a number, and a plateau
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(optimizers.Adam(1e-3), "mse")
model.fit(x, y, epochs=9, callbacks=[callbacks.ReduceLROnPlateau("loss")])

# %% a schedule alone
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(optimizers.Adam(optimizers.schedules.CosineDecay(0.1, 1000)), "mse")
model.fit(x, y, epochs=9, callbacks=[callbacks.EarlyStopping("loss")])

# %% compiled anew with a number
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(optimizers.Adam(optimizers.schedules.CosineDecay(0.1, 1000)), "mse")
model.fit(x, y, epochs=9)
model.compile(optimizers.Adam(1e-4), "mse")
model.fit(x, y, epochs=9, callbacks=[callbacks.ReduceLROnPlateau("loss")])
