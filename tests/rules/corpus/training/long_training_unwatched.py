# %% list
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=1000, validation_split=0.2, verbose=0)  # ← training/long-training-unwatched

# %% old spelling, a variable
EPOCHS = 250
model = Sequential()
model.add(layers.Dense(1, input_dim=20))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, nb_epoch=EPOCHS, validation_data=(x_test, y_test))  # ← training/long-training-unwatched

# %% a log watches nothing
a = Input((20,))
model = Model(a, layers.Dense(1)(a))
model.compile(loss="mse", optimizer="adam")
log = callbacks.CSVLogger("log.csv")
model.fit(x, y, epochs=100, validation_split=0.2, callbacks=[log])  # ← training/long-training-unwatched

# %% stopped early
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=1000, validation_split=0.2, callbacks=[callbacks.EarlyStopping(patience=3)])

# %% short
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, validation_split=0.2)

# %% a schedule ends it
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.SGD(optimizers.schedules.CosineDecay(0.1, 1000)))
model.fit(x, y, epochs=200, validation_split=0.2)

# %% unknown callbacks
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=200, validation_split=0.2, callbacks=my_callbacks())

# %% no validation: that is another rule's
model = Sequential([Input((20,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=200)
