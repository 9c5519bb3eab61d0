# %% two models
sgd = optimizers.SGD(0.1)
one = Sequential([Input((3,)), layers.Dense(1)])
two = Sequential([Input((4,)), layers.Dense(1)])
one.compile(optimizer=sgd, loss="mse")
two.compile(optimizer=sgd, loss="mse")  # ← training/optimizer-of-another-model
one.fit(x, y)
two.fit(z, y)

# %% a judge and the whole
adam = optimizers.Adam(2e-4)
judge = Sequential([Input((3,)), layers.Dense(1, activation="sigmoid")])
judge.compile(loss="binary_crossentropy", optimizer=adam)
judge.trainable = False
whole = Sequential([Input((8,)), layers.Dense(3), judge])
whole.compile(loss="binary_crossentropy", optimizer=adam)  # ← training/optimizer-of-another-model
judge.train_on_batch(x, y)
whole.train_on_batch(z, y)

# %% one for each
one.compile(optimizer=optimizers.SGD(0.1), loss="mse")
two.compile(optimizer=optimizers.SGD(0.1), loss="mse")
one.fit(x, y)
two.fit(z, y)

# %% by name
one.compile(optimizer="sgd", loss="mse")
two.compile(optimizer="sgd", loss="mse")
one.fit(x, y)
two.fit(z, y)

# %% only one of them is trained
sgd = optimizers.SGD(0.1)
one.compile(optimizer=sgd, loss="mse")
two.compile(optimizer=sgd, loss="mse")
one.fit(x, y)
