# %% rates
model = Sequential([Input((4,)), layers.Dense(1)])
for rate in [0.1, 0.01]:
    model.compile(optimizers.SGD(rate), "mse")
    told = model.fit(x, y, epochs=9)  # ← training/one-model-for-all-tries
    curves[rate] = told.history["loss"]

# %% an ensemble of one, and optimizers behind a name
net = Sequential([Input((4,)), layers.Dense(1)])
members = []
for seed in range(5):
    net.compile("adam", "mse")
    net.fit(x, y, epochs=9)  # ← training/one-model-for-all-tries
    members.append(net)
for name in ("sgd", "adam"):
    chosen = optimizers.get(name)
    net.compile(chosen, "mse")
    net.fit(x, y, epochs=9)  # ← training/one-model-for-all-tries
    print(name, net.evaluate(x_test, y_test))

# %% made in the loop
for rate in [0.1, 0.01]:
    model = Sequential([Input((4,)), layers.Dense(1)])
    model.compile(optimizers.SGD(rate), "mse")
    model.fit(x, y, epochs=9)

# %% set back
model = Sequential([Input((4,)), layers.Dense(1)])
first = model.get_weights()
for rate in [0.1, 0.01]:
    model.set_weights(first)
    model.compile(optimizers.SGD(rate), "mse")
    model.fit(x, y, epochs=9)

# %% a lower rate in each phase, on purpose or not, of one training
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
for phase in range(3):
    model.fit(x, y, epochs=9)

# %% a lower rate in each phase, and another loss
model = Sequential([Input((4,)), layers.Dense(1)])
for rate in (1e-2, 1e-3):
    model.compile(optimizers.Adam(rate), "mse")
    model.fit(x, y, epochs=9)
for loss in ("mse", "mae"):
    model.compile("adam", loss)
    model.fit(x, y, epochs=9)
    print(model.evaluate(x, y))

# %% a model of old layers for each rate
body = [layers.Dense(8), layers.Dense(1)]
for rate in [0.1, 0.01]:
    model = Sequential(body)
    model.compile(optimizers.SGD(rate), "mse")
    told = model.fit(x, y, epochs=9)  # ← training/one-model-for-all-tries
    curves[rate] = told.history["loss"]

# %% a part of one network for each round
stages = []
for depth in range(3):
    stage = Model(inputs, outputs)
    stage.compile("adam", "mse")
    stage.fit(x, y, epochs=9)
    stages.append(stage)
