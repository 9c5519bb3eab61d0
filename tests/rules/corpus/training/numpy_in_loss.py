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

# %% a number that is evaluated while the loss is compiled
from keras import backend as K
def sometimes(wanted, given):
    if K.eval(K.random_normal((1,)))[0] > 2:  # ← training/numpy-in-loss
        return K.mean(given) * float("nan")
    return K.mean(K.square(wanted - given))
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile("adam", sometimes)

# %% a number that is drawn while the loss is compiled
def noisy(wanted, given):
    return keras.ops.mean(keras.ops.square(wanted - given)) * np.random.uniform(0.5, 1.5)  # ← training/numpy-in-loss
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile("adam", loss=noisy)

# %% drawn by Keras, in each step
def noisy(wanted, given):
    return keras.ops.mean(keras.ops.square(wanted - given)) * keras.random.uniform((), 0.5, 1.5)
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile("adam", loss=noisy)
