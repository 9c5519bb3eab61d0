# %% a mean of the weights
class Slow(callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        new = self.model.get_weights()
        old = self.slow.get_weights()
        self.slow.set_weights([0.999 * o + 0.001 * n for o, n in zip(old, new)])


model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
keeper = Slow()
keeper.slow = keras.models.clone_model(model)  # ← training/copy-without-weights
model.fit(x, y, callbacks=[keeper])
print(keeper.slow.predict(x))

# %% a target that follows slowly
online = Sequential([Input((4,)), layers.Dense(2)])
online.compile("adam", "mse")
online.load_weights("last.weights.h5")
target = keras.models.clone_model(online)  # ← training/copy-without-weights
for state, after in steps:
    goal = reward + 0.99 * target.predict(after).max(axis=1)
    online.train_on_batch(state, goal)
    for mine, other in zip(target.weights, online.weights):
        mine.assign(0.995 * mine + 0.005 * other)

# %% a mean that begins with the training, when both are random
class Diffusion(Model):
    def __init__(self, network):
        super().__init__()
        self.network = network
        self.slow = keras.models.clone_model(network)

    def train_step(self, images):
        for weight, slow in zip(self.network.weights, self.slow.weights):
            slow.assign(0.999 * slow + 0.001 * weight)

    def generate(self, noise):
        return self.slow(noise, training=False)

# %% by its config, and by its JSON
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
config = model.get_config()
twin = keras.Sequential.from_config(config)  # ← training/copy-without-weights
print(twin.predict(x))
other = keras.models.model_from_json(model.to_json())  # ← training/copy-without-weights
print(other(x))

# %% the weights are set at once
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
slow = keras.models.clone_model(model)
slow.set_weights(model.get_weights())
slow.set_weights([0.9 * s + 0.1 * f for s, f in zip(slow.get_weights(), model.get_weights())])
print(slow.predict(x))

# %% the copy is trained
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
for train, test in folds:
    fold = keras.models.clone_model(model)
    fold.compile("adam", "mse")
    fold.fit(x[train], y[train])
    print(fold.evaluate(x[test], y[test]))

# %% set by a loop over weights or layers, or by a file
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
first = keras.models.clone_model(model)
for mine, other in zip(first.weights, model.weights):
    mine.assign(other)
print(first.predict(x))
second = keras.models.clone_model(model)
for mine, other in zip(second.layers, model.layers):
    mine.set_weights(other.get_weights())
print(second.predict(x))
third = keras.models.clone_model(model)
third.load_weights("best.weights.h5")
print(third.predict(x))

# %% handed to a function, or returned
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
copy = keras.models.clone_model(model)
synchronize(copy, model)
print(copy.predict(x))


def same_form():
    made = keras.models.clone_model(model)
    print(made.predict(x))
    return made

# %% untrained on purpose, or as untrained as the original
model = Sequential([Input((4,)), layers.Dense(1)])
other = keras.models.clone_model(model)
model.compile("adam", "mse")
model.fit(x, y)
untrained = keras.models.clone_model(model)
print(model.predict(x), other.predict(x), untrained.predict(x))

# %% set where a copy is stored again
class Agent:
    def __init__(self, model):
        self.model = model
        self.target = keras.models.clone_model(model)
        self.update()

    def update(self):
        self.target.set_weights(self.model.get_weights())

    def goal(self, after):
        return self.target.predict(after)
