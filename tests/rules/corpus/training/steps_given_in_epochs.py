# %% by its name
EPOCHS = 50
rate = optimizers.schedules.ExponentialDecay(0.01, EPOCHS, 0.9)  # ← training/steps-given-in-epochs
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(optimizers.Adam(rate), "mse")
model.fit(x, y, epochs=EPOCHS)

# %% computed of it
n_epochs = 90
rate = optimizers.schedules.PiecewiseConstantDecay([n_epochs // 3, 2 * n_epochs // 3], [0.1, 0.01, 0.001])  # ← training/steps-given-in-epochs
half = optimizers.schedules.PolynomialDecay(0.1, decay_steps=int(0.5 * n_epochs))  # ← training/steps-given-in-epochs
model.compile(optimizers.SGD(rate), "mse")
model.fit(train, epochs=n_epochs)

# %% a setting, and a warm-up
rate = optimizers.schedules.CosineDecay(
    0.0,
    decay_steps=(args.epochs - args.warmup_epochs) * len(train),
    warmup_target=0.1,
    warmup_steps=args.warmup_epochs,  # ← training/steps-given-in-epochs
)
model.compile(optimizers.SGD(rate), "mse")
model.fit(train, epochs=args.epochs)

# %% a loop of one's own, and the name that fit is given
turns = 20
rate = optimizers.schedules.CosineDecayRestarts(0.1, first_decay_steps=turns)  # ← training/steps-given-in-epochs
model.compile(optimizers.SGD(rate), "mse")
model.fit(x, y, epochs=turns)

# %% in a loop over batches
epochs = 30
adam = optimizers.Adam(optimizers.schedules.CosineDecay(1e-3, epochs))  # ← training/steps-given-in-epochs
for epoch in range(epochs):
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = loss_of(x, y)
        adam.apply_gradients(zip(tape.gradient(loss, weights), weights))

# %% steps
EPOCHS, BATCH = 50, 32
steps_per_epoch = len(x) // BATCH
rate = optimizers.schedules.CosineDecay(0.1, EPOCHS * steps_per_epoch)
again = optimizers.schedules.ExponentialDecay(0.1, steps_per_epoch, 0.9)
decay_steps = EPOCHS * len(x) // BATCH
third = optimizers.schedules.PolynomialDecay(0.1, decay_steps=decay_steps)
fourth = optimizers.schedules.CosineDecay(0.1, EPOCHS * 400)
model.compile(optimizers.SGD(rate), "mse")
model.fit(x, y, epochs=EPOCHS, batch_size=BATCH)

# %% one batch
EPOCHS = 500
rate = optimizers.schedules.CosineDecay(0.1, EPOCHS)
model.compile(optimizers.SGD(rate), "mse")
model.fit(x, y, epochs=EPOCHS, batch_size=len(x))

# %% one step in each round
EPOCHS = 500
adam = optimizers.Adam(optimizers.schedules.CosineDecay(0.1, EPOCHS))
for epoch in range(EPOCHS):
    with tf.GradientTape() as tape:
        loss = loss_of(x, y)
    adam.apply_gradients(zip(tape.gradient(loss, weights), weights))

# %% asked by a callback, which counts epochs
EPOCHS = 50
rate = optimizers.schedules.CosineDecay(0.1, EPOCHS)
model.compile("sgd", "mse")
model.fit(x, y, epochs=EPOCHS, callbacks=[callbacks.LearningRateScheduler(lambda epoch: float(rate(epoch)))])

# %% a number of its own
rate = optimizers.schedules.ExponentialDecay(0.1, 1000, 0.9)
model.compile(optimizers.SGD(rate), "mse")
model.fit(x, y, epochs=1000)

# %% numbers alone, where the rows are counted
(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(10)])
model.compile(optimizers.SGD(optimizers.schedules.PiecewiseConstantDecay([30, 60], [0.1, 0.01, 0.001])), "mse")  # ← training/steps-given-in-epochs
model.fit(x_train, y_train, epochs=90, batch_size=128)

# %% an exponential one that leaves nothing, and one that leaves enough
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10)])
rate = optimizers.schedules.ExponentialDecay(0.1, decay_steps=10, decay_rate=0.9)  # ← training/steps-given-in-epochs
model.compile(optimizers.SGD(rate), "mse")
model.fit(x_train, y_train, epochs=10)
slow = optimizers.schedules.ExponentialDecay(0.1, decay_steps=10, decay_rate=0.9999)
model.compile(optimizers.SGD(slow), "mse")
model.fit(x_train, y_train, epochs=10)

# %% numbers alone, for few rows
x, y = np.random.rand(100, 4), np.random.rand(100)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(optimizers.SGD(optimizers.schedules.CosineDecay(0.1, 300)), "mse")
model.fit(x, y, epochs=300, batch_size=100)

# %% through an argument of a function, by the name of which nobody knows
def optimizer(rate, total):
    return keras.optimizers.SGD(keras.optimizers.schedules.CosineDecay(rate, decay_steps=total))  # ← training/steps-given-in-epochs


model = Sequential([Input((8,)), layers.Dense(1)])
model.compile(optimizer(0.1, cfg.epochs), "mse")
model.fit(x, y, epochs=cfg.epochs, batch_size=64)

# %% an argument that is given steps, and one that is given both
def optimizer(rate, total):
    return keras.optimizers.SGD(keras.optimizers.schedules.CosineDecay(rate, decay_steps=total))


def other(rate, total):
    return keras.optimizers.SGD(keras.optimizers.schedules.CosineDecay(rate, decay_steps=total))


model.compile(optimizer(0.1, cfg.epochs * len(train)), "mse")
model.fit(x, y, epochs=cfg.epochs, batch_size=64)
model.compile(other(0.1, cfg.epochs) if cfg.whole else other(0.1, cfg.epochs * len(train)), "mse")
model.fit(x, y, epochs=cfg.epochs, batch_size=64)
