# %% list
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = callbacks.EarlyStopping(monitor="val_loss", patience=10)  # ← training/early-stopping-restores-nothing
model.fit(x, y, epochs=200, validation_split=0.2, callbacks=[stop])

# %% not in a list
model = Sequential()
model.add(layers.Dense(1, input_dim=20))
model.compile(loss="mse", optimizer="adam", metrics=["mae"])
stop = callbacks.EarlyStopping("val_mae", 0.01, 5, 0, "min")  # ← training/early-stopping-restores-nothing
model.fit(x, y, nb_epoch=200, validation_data=(x_test, y_test), callbacks=stop)

# %% with others
a = Input((20,))
model = Model(a, layers.Dense(1)(a))
model.compile(loss="mse", optimizer="adam")
every = [callbacks.CSVLogger("log.csv")]
every.append(callbacks.EarlyStopping(patience=5))  # ← training/early-stopping-restores-nothing
model.fit(x, y, epochs=200, validation_split=0.2, callbacks=every)

# %% restored
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
stop = callbacks.EarlyStopping(patience=10, restore_best_weights=True)
model.fit(x, y, epochs=200, validation_split=0.2, callbacks=[stop])

# %% a checkpoint keeps the best
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
every = [callbacks.EarlyStopping(patience=10), callbacks.ModelCheckpoint("best.keras", save_best_only=True)]
model.fit(x, y, epochs=200, validation_split=0.2, callbacks=every)

# %% on the training loss
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=200, callbacks=[callbacks.EarlyStopping(monitor="loss", patience=10)])

# %% no patience
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=200, validation_split=0.2, callbacks=[callbacks.EarlyStopping()])

# %% a callback of the author's may keep the best
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=9, validation_split=0.2, callbacks=[callbacks.EarlyStopping(patience=10), KeepBest()])

# %% loaded afterwards
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=200, validation_split=0.2, callbacks=[callbacks.EarlyStopping(patience=10)])
model.load_weights("best.weights.h5")
