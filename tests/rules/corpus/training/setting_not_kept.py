# %% settings in a dictionary, after those of the base
CONFIG = {"scale": 24.0, "hidden": 16}


@keras.saving.register_keras_serializable(package="birds")
class CosineHead(layers.Layer):
    def __init__(self, n_classes, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.n_classes = n_classes
        self.scale = scale

    def call(self, x):
        return keras.ops.softmax(self.scale * x[:, : self.n_classes], axis=-1)

    def get_config(self):
        return {**super().get_config(), "n_classes": self.n_classes}  # ← training/setting-not-kept


def build(n_in, cfg):
    inputs = Input((n_in,))
    return Model(inputs, CosineHead(3, scale=cfg["scale"], name="species")(inputs))


build(4, CONFIG).save("model.keras")
model = keras.saving.load_model("model.keras")

# %% step by step, by its place
class Noise(layers.Layer):
    def __init__(self, rate=0.1, spread=1.0, **kwargs):
        super(Noise, self).__init__(**kwargs)
        self.rate, self.inner = rate, layers.GaussianNoise(spread)

    def call(self, x):
        return self.inner(x) * self.rate

    def get_config(self):
        config = super(Noise, self).get_config()
        config.update({"rate": self.rate})  # ← training/setting-not-kept
        return config


model = Sequential([Input((4,)), Noise(0.2, 3.0), layers.Dense(1)])
model.save("model.keras")
again = keras.models.load_model("model.keras", custom_objects={"Noise": Noise})

# %% as for Keras 2, a field of a dataclass, a copy
from dataclasses import dataclass


@dataclass
class Settings:
    power: float = 3.0
    units: int = 8


class Power(layers.Layer):
    def __init__(self, units, power=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.power = power

    def call(self, x):
        return x**self.power

    def get_config(self):
        base_config = super().get_config()
        config = {"units": self.units}  # ← training/setting-not-kept
        return dict(list(base_config.items()) + list(config.items()))


settings = Settings()
model = Sequential([Input((4,)), Power(settings.units, power=settings.power)])
copied = keras.models.clone_model(model)

# %% a loss, through an argument of a function
@keras.saving.register_keras_serializable()
class Focal(losses.Loss):
    def __init__(self, gamma=2.0, alpha=0.25, **kwargs):
        super().__init__(**kwargs)
        self.gamma = gamma
        self.alpha = alpha

    def call(self, y_true, y_pred):
        return self.alpha * (1 - y_pred) ** self.gamma * y_true

    def get_config(self):
        config = super().get_config()
        config["gamma"] = self.gamma
        return config  # ← training/setting-not-kept


def train(alpha=0.75):
    model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
    model.compile("adam", loss=Focal(alpha=alpha))
    model.save("model.keras")


train()
again = keras.models.load_model("model.keras")

# %% all that it takes
class Scale(layers.Layer):
    def __init__(self, by=1.0, **kwargs):
        super().__init__(**kwargs)
        self.by = by

    def call(self, x):
        return x * self.by

    def get_config(self):
        config = super().get_config()
        config.update(by=self.by)
        return config


model = Sequential([Input((4,)), Scale(by=3.0)])
model.save("model.keras")
again = keras.models.load_model("model.keras", custom_objects={"Scale": Scale})

# %% made with the default, or with what nobody knows
import json


class Scale(layers.Layer):
    def __init__(self, by=1.0, plus=0.0, **kwargs):
        super().__init__(**kwargs)
        self.by, self.plus = by, plus

    def call(self, x):
        return x * self.by + self.plus

    def get_config(self):
        return super().get_config()


cfg = json.load(open("settings.json"))
model = Sequential([Input((4,)), Scale(by=1.0), Scale(by=cfg["by"]), Scale(plus=x.mean())])
model.save("model.keras")
again = keras.models.load_model("model.keras", custom_objects={"Scale": Scale})

# %% only its weights are kept
class Scale(layers.Layer):
    def __init__(self, by=1.0, **kwargs):
        super().__init__(**kwargs)
        self.by = by

    def call(self, x):
        return x * self.by

    def get_config(self):
        return super().get_config()


model = Sequential([Input((4,)), Scale(by=3.0)])
model.save_weights("model.weights.h5")
model.load_weights("model.weights.h5")

# %% no get_config of its own: Keras notes the settings by itself
@keras.saving.register_keras_serializable()
class Scale(layers.Layer):
    def __init__(self, by=1.0, **kwargs):
        super().__init__(**kwargs)
        self.by = by

    def call(self, x):
        return x * self.by


model = Sequential([Input((4,)), Scale(by=3.0)])
model.save("model.keras")
again = keras.models.load_model("model.keras")

# %% it makes itself again, is given the value again, or tells what it holds in a loop
class Scale(layers.Layer):
    def __init__(self, by=1.0, **kwargs):
        super().__init__(**kwargs)
        self.by = by

    def call(self, x):
        return x * self.by

    def get_config(self):
        return {**super().get_config(), "factor": self.by}

    @classmethod
    def from_config(cls, config):
        config["by"] = config.pop("factor")
        return cls(**config)


class Shift(layers.Layer):
    def __init__(self, plus=0.0, **kwargs):
        super().__init__(**kwargs)
        self.plus = plus

    def call(self, x):
        return x + self.plus

    def get_config(self):
        return super().get_config()


class Power(layers.Layer):
    def __init__(self, power=1.0, **kwargs):
        super().__init__(**kwargs)
        self.power = power

    def call(self, x):
        return x**self.power

    def get_config(self):
        config = super().get_config()
        for name in ("power",):
            config[name] = getattr(self, name)
        return config


model = Sequential([Input((4,)), Scale(by=3.0), Shift(plus=2.0, name="shift"), Power(2.0)])
model.save("model.keras")
again = keras.models.load_model("model.keras", custom_objects={"Scale": Scale, "Shift": Shift, "Power": Power})
again.get_layer("shift").plus = 2.0

# %% a setting that changes no answer, and one that the base keeps
class Own(layers.Layer):
    def __init__(self, seed=None, note="", name="own", **kwargs):
        super().__init__(name=name, **kwargs)
        self.draw = keras.random.SeedGenerator(seed)
        self.note = note

    def call(self, x):
        return x

    def get_config(self):
        return super().get_config()


model = Sequential([Input((4,)), Own(seed=3, note="first", name="other")])
model.save("model.keras")
again = keras.models.load_model("model.keras", custom_objects={"Own": Own})
