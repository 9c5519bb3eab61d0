# %% list
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20)  # ← training/no-validation
model.save("model.keras")

# %% old spelling
data = np.loadtxt("pima.csv", delimiter=",")
model = Sequential()
model.add(layers.Dense(12, input_dim=8, init="uniform", activation="relu"))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(data[:, 0:8], data[:, 8], nb_epoch=150, batch_size=10)  # ← training/no-validation

# %% functional, other callbacks
a = Input((20,))
model = Model(a, layers.Dense(1)(layers.Dense(8, activation="relu")(a)))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, callbacks=[callbacks.CSVLogger("log.csv")])  # ← training/no-validation

# %% a split
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, validation_split=0.1)

# %% evaluated afterwards
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20)
print(model.evaluate(x_test, y_test))

# %% predicted afterwards
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20)
accuracy = (model.predict(x_test) > 0.5).mean()

# %% made-up data
x = np.random.rand(100, 20)
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, x.sum(axis=1), epochs=20)

# %% it goes elsewhere
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20)
report(model, x_test)

# %% a callback of the author's
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, callbacks=[Validate(x_test)])

# %% given from elsewhere
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, **options)

# %% a short try
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=3)
