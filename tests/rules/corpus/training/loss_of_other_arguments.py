# %% three arguments
def weighted(y_true, y_pred, weight):
    return weight * keras.ops.mean(keras.ops.square(y_true - y_pred))
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", weighted)  # ← training/loss-of-other-arguments

# %% one argument, as a metric
def largest(y_pred):
    return keras.ops.max(y_pred)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", loss="mse", metrics=["mae", largest])  # ← training/loss-of-other-arguments

# %% two, and one with a default
def weighted(y_true, y_pred, weight=2.0):
    return weight * keras.ops.mean(keras.ops.square(y_true - y_pred))
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", loss=weighted, metrics=[weighted])

# %% a function that makes the loss
def weighted(weight):
    def loss(y_true, y_pred):
        return weight * keras.ops.mean(keras.ops.square(y_true - y_pred))
    return loss
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", loss=weighted(2.0))

# %% any number
def anything(*given):
    return keras.ops.mean(given[0] - given[1])
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", loss=anything)

# %% a function that makes the loss
def focal(gamma=2.0, alpha=0.25):
    def loss(truth, answer):
        return alpha * keras.ops.mean(keras.ops.abs(truth - answer) ** gamma)

    return loss


net = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
net.compile("adam", loss=focal, metrics=["accuracy"])  # ← training/loss-of-other-arguments

# %% the loss that it made
def focal(gamma=2.0, alpha=0.25):
    def loss(truth, answer):
        return alpha * keras.ops.mean(keras.ops.abs(truth - answer) ** gamma)

    return loss


net = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
net.compile("adam", loss=focal(gamma=1.0), metrics=["accuracy"])

# %% for several outputs
def focal(gamma=2.0, alpha=0.25):
    def loss(truth, answer):
        return alpha * keras.ops.mean(keras.ops.abs(truth - answer) ** gamma)

    return loss


net = two_heads()
net.compile("adam", loss=[focal, "mse"], loss_weights=[1, 0.4])  # ← training/loss-of-other-arguments
net.compile("adam", loss={"a": "mse", "b": focal})  # ← training/loss-of-other-arguments
