# %% a list
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])  # ← head/negative-rate
model.compile(loss="poisson", optimizer="adam")

# %% settings in a dictionary
CONFIG = {"hidden": (64, 32), "head": "linear", "objective": "poisson"}


def build(n_in, cfg):
    inputs = Input((n_in,))
    h = inputs
    for units in cfg["hidden"]:
        h = layers.Dense(units, activation="relu")(h)
    rate = layers.Dense(1, activation=cfg["head"], name="rate")(h)  # ← head/negative-rate
    return Model(inputs, rate)


def run(cfg):
    model = build(8, cfg)
    model.compile(optimizer=optimizers.Adam(1e-3), loss=cfg["objective"], metrics=["mae"])
    model.fit(x, y)


run(CONFIG)

# %% an object, and a tanh
model = Sequential([Input((4,)), layers.Dense(1, activation="tanh")])  # ← head/negative-rate
model.compile(loss=losses.Poisson(), optimizer="adam")

# %% a leaky layer behind
model = Sequential([Input((4,)), layers.Dense(1), layers.LeakyReLU()])  # ← head/negative-rate
model.compile(loss=losses.poisson, optimizer="adam")

# %% one of two outputs, of a class
from dataclasses import dataclass


@dataclass
class Settings:
    loss: str = "poisson"
    units: int = 16


settings = Settings()
inputs = Input((4,))
x = layers.Dense(settings.units, activation="relu")(inputs)
count = layers.Dense(1, name="count")(x)  # ← head/negative-rate
sick = layers.Dense(1, activation="sigmoid", name="sick")(x)
model = Model(inputs, [count, sick])
model.compile(loss={"count": settings.loss, "sick": "binary_crossentropy"}, optimizer="adam")

# %% softplus
model = Sequential([Input((4,)), layers.Dense(1, activation="softplus")])
model.compile(loss="poisson", optimizer="adam")

# %% exponential, by a layer and by a function
model = Sequential([Input((4,)), layers.Dense(1), layers.Activation("exponential")])
model.compile(loss="poisson", optimizer="adam")
inputs = Input((4,))
model = Model(inputs, keras.ops.exp(layers.Dense(1)(inputs)))
model.compile(loss="poisson", optimizer="adam")
model = Sequential([Input((4,)), layers.Dense(1, activation=keras.ops.exp)])
model.compile(loss="poisson", optimizer="adam")

# %% a lambda
model = Sequential([Input((4,)), layers.Dense(1), layers.Lambda(lambda x: tf.exp(x))])
model.compile(loss="poisson", optimizer="adam")


# %% the logarithm of the rate, for a loss that knows of it
def poisson(y_true, y_pred):
    return tf.nn.log_poisson_loss(y_true, y_pred)


model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss=poisson, optimizer="adam")
model.compile(loss=lambda y, z: keras.ops.mean(keras.ops.exp(z) - y * z), optimizer="adam")

# %% relu, which gives 0
model = Sequential([Input((4,)), layers.Dense(1, activation="relu")])
model.compile(loss="poisson", optimizer="adam")

# %% weights that are never below 0
model = Sequential([Input((4,)), layers.Dense(1, kernel_constraint="non_neg", use_bias=False)])
model.compile(loss="poisson", optimizer="adam")

# %% a bias that begins at the mean
model = Sequential([Input((4,)), layers.Dense(1, bias_initializer=keras.initializers.Constant(40.0))])
model.compile(loss="poisson", optimizer="adam")

# %% only watched
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", metrics=["poisson"], optimizer="adam")
