# %% a loss of the author's
def rmse(truth, answer):
    return keras.ops.sqrt(keras.ops.mean((truth - answer) ** 2))


model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="rmse")  # ← training/name-nobody-knows

# %% a slip of the pen
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(optimizer="adma", loss="mse")  # ← training/name-nobody-knows

# %% names in many spellings
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(optimizer="Adam", loss="MSE")
model.compile(optimizer="rmsprop", loss="mean_squared_error")
model.compile(optimizer="SGD", loss="BinaryCrossentropy")
model.compile(optimizer="adamw", loss="kl_divergence")

# %% a name that was taught
model = Sequential([Input((4,)), layers.Dense(1)])
keras.utils.get_custom_objects()["rmse"] = lambda truth, answer: keras.ops.mean(truth - answer)
model.compile(optimizer="adam", loss="rmse")

# %% other things that are compiled
import re

words = re.compile("loss")
kernel = backend.compile(source, loss=words)

# %% a metric
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae", "r2", "accuracy", "MeanSquaredError"])  # ← training/name-nobody-knows

# %% metrics that Keras knows
model.compile("adam", "mse", metrics=["acc", "RootMeanSquaredError", "r2_score", "cosine_similarity", "ce", "AUC"])

# %% activations
model = Sequential([
    Input((4,)),
    layers.Dense(8, activation="reLu"),  # ← training/name-nobody-knows
    layers.Activation("ReLU"),  # ← training/name-nobody-knows
    layers.Dense(8, activation="leaky_relu"),
    layers.Dense(8, activation=None),
    layers.Activation("gelu"),
    layers.Dense(1, activation="linear"),
])

# %% a number for a regulariser
net = Sequential([Input((4,)), layers.Dense(8, activation="relu", kernel_regularizer=0.01), layers.Dense(1)])  # ← training/name-nobody-knows

# %% a regulariser
penalty = keras.regularizers.L2(0.01)
net = Sequential([Input((4,)), layers.Dense(8, kernel_regularizer=penalty, bias_regularizer="l2"), layers.Dense(1)])
