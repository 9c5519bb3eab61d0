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

# %% a function that is given the optimizer
def build(units, optimizer):
    model = Sequential([Input((3,)), layers.Dense(units), layers.Dense(1)])
    model.compile(optimizer=optimizer, loss="mse")
    return model


adam = optimizers.Adam()
small = build(8, adam)
large = build(16, optimizer=adam)  # ← training/optimizer-of-another-model
small.fit(x, y)
large.fit(x, y)

# %% a function that knows the optimizer
adam = optimizers.Adam()


def network():
    model = Sequential([Input((3,)), layers.Dense(1)])
    model.compile(optimizer=adam, loss="mse")
    return model


for train, test in folds:
    model = network()  # ← training/optimizer-of-another-model
    model.fit(x[train], y[train])

# %% a new model in each round
adam = optimizers.Adam()
for units in (8, 16, 32):
    model = Sequential([Input((3,)), layers.Dense(units), layers.Dense(1)])
    model.compile(optimizer=adam, loss="mse")  # ← training/optimizer-of-another-model
    model.fit(x, y)

# %% a new optimizer in each round
for units in (8, 16, 32):
    adam = optimizers.Adam()
    model = Sequential([Input((3,)), layers.Dense(units), layers.Dense(1)])
    model.compile(optimizer=adam, loss="mse")
    model.fit(x, y)

# %% compiled again, the same model
adam = optimizers.Adam()
model = Sequential([Input((3,)), layers.Dense(1)])
for _ in range(3):
    model.compile(optimizer=adam, loss="mse")
    model.fit(x, y)

# %% a function that makes it, and one model
def network():
    adam = optimizers.Adam()
    model = Sequential([Input((3,)), layers.Dense(1)])
    model.compile(optimizer=adam, loss="mse")
    return model


one, two = network(), network()
for train, test in folds:
    model = network()
    model.fit(x[train], y[train])

# %% two models, step by step
first, second = build(), build()
adam = optimizers.Adam(1e-3)
for x, y in rows:
    with tf.GradientTape() as tape:
        loss = error(y, first(x, training=True))
    weights = first.trainable_variables
    adam.apply_gradients(zip(tape.gradient(loss, weights), weights))
for x, y in rows:
    with tf.GradientTape() as tape:
        loss = error(y, second(x, training=True))
    weights = second.trainable_variables
    adam.apply_gradients(zip(tape.gradient(loss, weights), weights))  # ← training/optimizer-of-another-model

# %% two models, each with its own, step by step
first, second = build(), build()
adam, other = optimizers.Adam(1e-3), optimizers.Adam(1e-3)
for x, y in rows:
    with tf.GradientTape(persistent=True) as tape:
        loss = error(y, first(x, training=True)) + error(y, second(x, training=True))
    adam.apply_gradients(zip(tape.gradient(loss, first.trainable_variables), first.trainable_variables))
    other.apply_gradients(zip(tape.gradient(loss, second.trainable_variables), second.trainable_variables))
