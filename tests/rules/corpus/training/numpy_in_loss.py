# %% a loss
def apart(wanted, given):
    return np.sum(np.square(wanted - given))  # ← training/numpy-in-loss


model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", apart)

# %% a metric of scikit-learn
from sklearn.metrics import f1_score


def score(wanted, given):
    return f1_score(wanted, given)  # ← training/numpy-in-loss


model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae", score])

# %% with keras.ops
def apart(wanted, given):
    return keras.ops.sum(keras.ops.square(wanted - given)) / np.sqrt(2)


model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", apart)

# %% a function for afterwards
def apart(wanted, given):
    return np.sum(np.square(wanted - given))


model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
print(apart(y, model.predict(x)))

# %% line by line
def score(wanted, given):
    return np.mean(np.array(wanted) == np.array(given))


model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=[score], run_eagerly=True)
