# %% fit
model = Sequential([Input((4,)), layers.Dense(1)])
model.fit(x, y, epochs=3)  # ← training/never-compiled

# %% evaluate
a = Input((4,))
model = Model(a, layers.Dense(1)(a))
print(model.evaluate(x, y))  # ← training/never-compiled

# %% compiled
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=3)

# %% by a function
model = Sequential([Input((4,)), layers.Dense(1)])
prepare(model)
model.fit(x, y, epochs=3)

# %% only asked
model = Sequential([Input((4,)), layers.Dense(1)])
print(model.predict(x))

# %% in a loop over optimizers
model = Sequential([Input((4,)), layers.Dense(1)])
for made in every:
    model.compile(made, "mse")
    model.fit(x, y, epochs=3)

# %% made again of its architecture
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
open("net.json", "w").write(model.to_json())
again = keras.models.model_from_json(open("net.json").read())
again.load_weights("net.weights.h5")
again.evaluate(x, y)  # ← training/never-compiled

# %% made again by another method
class Net:
    def build(self, width):
        self.model = Sequential([Input((width,)), layers.Dense(1)])
        self.model.compile("adam", "mse")

    def load(self):
        self.model = keras.models.model_from_json(open("net.json").read())
        self.model.load_weights("net.weights.h5")

    def test(self, x, y):
        return self.model.evaluate(x, y)  # ← training/never-compiled

# %% made again, compiled, and asked for answers
again = keras.models.model_from_json(open("net.json").read())
again.compile("adam", "mse")
again.evaluate(x, y)
other = keras.models.model_from_json(open("net.json").read())
other.predict(x)

# %% made again by one method, compiled by another
class Net:
    def load(self):
        self.model = keras.models.model_from_json(open("net.json").read())

    def prepare(self):
        self.model.compile("adam", "mse")

    def test(self, x, y):
        return self.model.evaluate(x, y)
