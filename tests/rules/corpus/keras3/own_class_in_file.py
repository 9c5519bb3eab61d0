# %% a layer
class Double(layers.Layer):
    def call(self, x):
        return 2 * x


model = Sequential([Input((2,)), Double(), layers.Dense(1)])
model.save("model.keras")
again = keras.models.load_model("model.keras")  # ← keras3/own-class-in-file

# %% a model, under a name for the path
class Net(Model):
    def __init__(self):
        super().__init__()
        self.last = layers.Dense(1)

    def call(self, x):
        return self.last(x)


PATH = "net.keras"
net = Net()
net(np.zeros((1, 2)))
net.save(PATH)
again = keras.saving.load_model(PATH)  # ← keras3/own-class-in-file

# %% told of it
class Double(layers.Layer):
    def call(self, x):
        return 2 * x


model = Sequential([Input((2,)), Double(), layers.Dense(1)])
model.save("model.keras")
again = keras.models.load_model("model.keras", custom_objects={"Double": Double})

# %% registered
@keras.saving.register_keras_serializable()
class Double(layers.Layer):
    def call(self, x):
        return 2 * x


model = Sequential([Input((2,)), Double(), layers.Dense(1)])
model.save("model.keras")
again = keras.models.load_model("model.keras")

# %% layers of Keras only
model = Sequential([Input((2,)), layers.Dense(1)])
model.save("model.keras")
again = keras.models.load_model("model.keras")

# %% a loss of the author's
def overlap(wanted, given):
    return 1 - keras.ops.sum(wanted * given)


model = Sequential([Input((2,)), layers.Dense(1)])
model.compile(optimizer="adam", loss=overlap)
model.save("model.keras")
again = keras.models.load_model("model.keras")  # ← keras3/own-class-in-file

# %% a metric, and the file of a callback
def hits(wanted, given):
    return keras.ops.mean(wanted == given)


model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=[hits])
best = callbacks.ModelCheckpoint("best.keras")
model.fit(np.zeros((4, 2)), np.zeros((4, 1)), callbacks=[best])
again = keras.models.load_model("best.keras")  # ← keras3/own-class-in-file

# %% not compiled again
def overlap(wanted, given):
    return 1 - keras.ops.sum(wanted * given)


model = Sequential([Input((2,)), layers.Dense(1)])
model.compile(optimizer="adam", loss=overlap)
model.save("model.keras")
again = keras.models.load_model("model.keras", compile=False)

# %% a function that another model is compiled with
def overlap(wanted, given):
    return 1 - keras.ops.sum(wanted * given)


first = Sequential([Input((2,)), layers.Dense(1)])
first.compile(optimizer="adam", loss=overlap)
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.save("model.keras")
again = keras.models.load_model("model.keras")

# %% told of a class that takes no name
class Scaled(layers.Layer):
    def __init__(self, by):
        super().__init__()  # ← keras3/own-class-in-file
        self.by = by

    def call(self, x):
        return x * self.by


again = keras.models.load_model("model.keras", custom_objects={"Scaled": Scaled})

# %% which takes whatever comes
class Scaled(layers.Layer):
    def __init__(self, by, **given):
        super().__init__(**given)
        self.by = by

    def call(self, x):
        return x * self.by


Sequential([Input((2,)), Scaled(3)]).save("model.keras")
again = keras.models.load_model("model.keras", custom_objects={"Scaled": Scaled})

# %% a metric in a file of the old format, which is asked for later
def hits(wanted, given):
    return keras.ops.mean(wanted == given)


model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", "mean_squared_error", metrics=[hits])
path = "model.h5"
model.save(path)
model = keras.models.load_model(path)  # ← keras3/own-class-in-file
print(model.evaluate(np.zeros((4, 2)), np.zeros((4, 1))))

# %% a metric in a file of the old format, which nobody asks for
def hits(wanted, given):
    return keras.ops.mean(wanted == given)


model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", "mean_squared_error", metrics=[hits])
model.save("model.h5")
model = keras.models.load_model("model.h5")
print(model.predict(np.zeros((4, 2))))

# %% a loss that is made, and a class
class Far(losses.Loss):
    def call(self, wanted, given):
        return keras.ops.mean(given - wanted)


def weighted(by):
    def loss(wanted, given):
        return by * keras.ops.mean(given - wanted)

    return loss


model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", loss=weighted(2))
model.save("model.keras")
again = keras.models.load_model("model.keras")  # ← keras3/own-class-in-file
other = Sequential([Input((2,)), layers.Dense(1)])
other.compile("adam", loss=Far())
other.save("other.keras")
again = keras.models.load_model("other.keras")  # ← keras3/own-class-in-file

# %% a setting that __init__ does not take
class Clip(keras.constraints.Constraint):
    def __init__(self, c=2):
        self.c = c

    def __call__(self, w):
        return keras.ops.clip(w, -self.c, self.c)

    def get_config(self):
        return {"name": "Clip", "c": self.c}  # ← keras3/own-class-in-file

model = Sequential([Input((2,)), layers.Dense(1, kernel_constraint=Clip())])
model.save("model.keras")
again = keras.models.load_model("model.keras", custom_objects={"Clip": Clip})

# %% a setting that __init__ needs, after those of the base
@keras.saving.register_keras_serializable()
class Scaled(layers.Layer):
    def __init__(self, units, factor, **kwargs):
        super().__init__(**kwargs)
        self.units, self.factor = units, factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})  # ← keras3/own-class-in-file
        return config

model = Sequential([Input((2,)), Scaled(3, 2.0)])
model.save("model.keras")
again = keras.models.load_model("model.keras")

# %% all settings, after those of the base
@keras.saving.register_keras_serializable()
class Scaled(layers.Layer):
    def __init__(self, units, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.units, self.factor = units, factor

    def get_config(self):
        return {**super().get_config(), "units": self.units}

model = Sequential([Input((2,)), Scaled(3, 2.0)])
model.save("model.keras")

# %% it makes itself again
class Clip(keras.constraints.Constraint):
    def __init__(self, c=2):
        self.c = c

    def get_config(self):
        return {"name": "Clip", "c": self.c}

    @classmethod
    def from_config(cls, config):
        return cls(config["c"])

model = Sequential([Input((2,)), layers.Dense(1, kernel_constraint=Clip())])
model.save("model.keras")
again = keras.models.load_model("model.keras", custom_objects={"Clip": Clip})

# %% a loss in a file of the old format, asked for an answer in another function
def far(wanted, given):
    return keras.ops.mean(keras.ops.square(wanted - given))
def train(x, y):
    model = Sequential([Input((2,)), layers.Dense(1)])
    model.compile(loss=far, optimizer="adam")
    model.fit(x, y)
    model.save("model.h5")
def answer(x):
    return keras.models.load_model("model.h5").predict(x)  # ← keras3/own-class-in-file
train(np.zeros((8, 2)), np.zeros(8))
answer(np.zeros((8, 2)))

# %% a setting that __init__ needs, left out beside those of the base
@keras.saving.register_keras_serializable()
class Scaled(layers.Layer):
    def __init__(self, units, factor, **kwargs):
        super().__init__(**kwargs)
        self.units, self.factor = units, factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        return {**super().get_config(), "units": self.units}  # ← keras3/own-class-in-file

model = Sequential([Input((2,)), Scaled(3, 2.0)])
model.save("model.keras")
again = keras.models.load_model("model.keras")

# %% the same as for Keras 2, and by a key
@keras.saving.register_keras_serializable()
class Scaled(layers.Layer):
    def __init__(self, units, factor, **kwargs):
        super().__init__(**kwargs)
        self.units, self.factor = units, factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        config = super(Scaled, self).get_config()
        config["factor"] = self.factor
        return config  # ← keras3/own-class-in-file

model = Sequential([Input((2,)), Scaled(3, 2.0)])
model.save("model.keras")
again = keras.models.load_model("model.keras")

# %% all that __init__ needs, in other spellings
@keras.saving.register_keras_serializable()
class Scaled(layers.Layer):
    def __init__(self, units, factor, name="scaled", **kwargs):
        super().__init__(name=name, **kwargs)
        self.units, self.factor = units, factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        config = {"units": self.units}
        config["factor"] = self.factor
        return dict(list(super().get_config().items()) + list(config.items()))


@keras.saving.register_keras_serializable()
class Shifted(layers.Layer):
    def __init__(self, by, **kwargs):
        super().__init__(**kwargs)
        self.by = by

    def call(self, x):
        return x + self.by

    def get_config(self):
        return super().get_config() | {"by": self.by}

model = Sequential([Input((2,)), Scaled(3, 2.0), Shifted(1.0)])
model.save("model.keras")
again = keras.models.load_model("model.keras")
