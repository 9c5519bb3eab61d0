# %% made before the loop
from sklearn.model_selection import KFold
x, y = np.load("x.npy"), np.load("y.npy")
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile("adam", "mse")
for train, test in KFold(5).split(x):
    model.fit(x[train], y[train], epochs=3)  # ← training/one-model-for-all-folds

# %% numbered folds, with a name
from sklearn.model_selection import StratifiedKFold
folds = StratifiedKFold(n_splits=5)
model = build()
for number, (train, test) in enumerate(folds.split(x, y)):
    model.fit(x[train], y[train], epochs=3, batch_size=8)  # ← training/one-model-for-all-folds
    scores.append(model.evaluate(x[test], y[test]))

# %% made in the loop
from sklearn.model_selection import KFold
for train, test in KFold(5).split(x):
    model = build()
    model.fit(x[train], y[train], epochs=3)

# %% set back
from sklearn.model_selection import KFold
model = build()
start = model.get_weights()
for train, test in KFold(5).split(x):
    model.set_weights(start)
    model.fit(x[train], y[train], epochs=3)

# %% a model of scikit-learn begins anew by itself
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold
model = LinearRegression()
for train, test in KFold(5).split(x):
    model.fit(x[train], y[train])

# %% a text that is cut up
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile("adam", "mse")
for name in "a b c".split(" "):
    model.fit(load(name), epochs=3)

# %% folds by hand
model = Sequential([Input((8,)), layers.Dense(1)])
model.compile("adam", "mse")
for i in range(5):
    test = x[i * n : (i + 1) * n]
    rest = np.concatenate([x[: i * n], x[(i + 1) * n :]])
    answers = np.concatenate([y[: i * n], y[(i + 1) * n :]])
    model.fit(rest, answers, epochs=10)  # ← training/one-model-for-all-folds
    print(model.evaluate(test, y[i * n : (i + 1) * n]))

# %% each with a model of its own
for i in range(5):
    model = build()
    test = x[i * n : (i + 1) * n]
    rest = np.concatenate([x[: i * n], x[(i + 1) * n :]])
    answers = np.concatenate([y[: i * n], y[(i + 1) * n :]])
    model.fit(rest, answers, epochs=10)
    print(model.evaluate(test, y[i * n : (i + 1) * n]))

# %% a new model of old layers
from sklearn.model_selection import KFold
body = [layers.Dense(16, activation="relu"), layers.Dense(1)]
for train, test in KFold(5).split(x):
    model = Sequential(body)  # ← training/one-model-for-all-folds
    model.compile("adam", "mse")
    model.fit(x[train], y[train], epochs=3)

# %% the same between tensors, at each round anew
from sklearn.model_selection import StratifiedKFold
inputs = Input((8,))
hidden = layers.Dense(16, activation="relu")(inputs)
outputs = layers.Dense(1)(hidden)
for number, (train, test) in enumerate(StratifiedKFold(5).split(x, y)):
    net = Model(inputs=inputs, outputs=outputs)  # ← training/one-model-for-all-folds
    net.compile("adam", "mse")
    net.fit(x[train], y[train], epochs=3)
    print(net.evaluate(x[test], y[test]))

# %% old layers, one by one, in a function that gets them
from sklearn.model_selection import KFold


def build(parts):
    net = Sequential()
    net.add(Input((8,)))
    for part in parts:
        net.add(part)
    net.compile("adam", "mse")
    return net


def validate(parts):
    for train, test in KFold(5).split(x):
        net = build(parts)  # ← training/one-model-for-all-folds
        net.fit(x[train], y[train], epochs=3)


for parts in ([layers.Dense(8), layers.Dense(1)], [layers.Dense(1)]):
    validate(parts)

# %% a function that gives the model of the program; leave one out
from sklearn.model_selection import LeaveOneOut
first = layers.Dense(8, activation="relu")
last = layers.Dense(1)
whole = Sequential([first, last])


def get_model():
    return whole


for train, test in LeaveOneOut().split(x):
    model = get_model()  # ← training/one-model-for-all-folds
    model.compile("adam", "mse")
    model.fit(x[train], y[train], epochs=3)
for train, test in LeaveOneOut().split(x):
    model = Sequential([Input((8,)), first, layers.Dropout(0.5), last])  # ← training/one-model-for-all-folds
    model.compile("adam", "mse")
    model.fit(x[train], y[train], epochs=3)

# %% sizes and makers of layers, and layers that are made of the settings of others
from sklearn.model_selection import KFold
sizes, makers = [64, 32], [lambda: layers.Dense(8), lambda: layers.Dense(1)]
pattern = [layers.Dense(8), layers.Dense(1)]


def sized(sizes):
    net = Sequential()
    for size in sizes:
        net.add(layers.Dense(size))
    return net


def made(makers):
    net = Sequential()
    for make in makers:
        net.add(make())
    return net


def copied(pattern):
    net = Sequential()
    for layer in pattern:
        net.add(layer.__class__.from_config(layer.get_config()))
    return net


for train, test in KFold(5).split(x):
    for build, given in ((sized, sizes), (made, makers)):
        net = build(given)
        net.compile("adam", "mse")
        net.fit(x[train], y[train], epochs=3)
    first = sized(sizes)
    first.fit(x[train], y[train], epochs=3)
    second = made(makers)
    second.fit(x[train], y[train], epochs=3)
    third = copied(pattern)
    third.fit(x[train], y[train], epochs=3)

# %% layers that each round makes
from sklearn.model_selection import KFold


def parts():
    return [layers.Dense(8), layers.Dense(1)]


for train, test in KFold(5).split(x):
    body = parts()
    model = Sequential(body)
    model.compile("adam", "mse")
    model.fit(x[train], y[train], epochs=3)
for train, test in KFold(5).split(x):
    inputs = Input((8,))
    outputs = layers.Dense(1)(inputs)
    model = Model(inputs, outputs)
    model.compile("adam", "mse")
    model.fit(x[train], y[train], epochs=3)

# %% a new head on a base that is kept
from sklearn.model_selection import KFold
base = keras.applications.MobileNetV2(include_top=False, pooling="avg")
base.trainable = False
for train, test in KFold(5).split(x):
    model = Sequential([base, layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(x[train], y[train], epochs=3)
for train, test in KFold(5).split(x):
    model = Model(base.input, layers.Dense(1)(base.output))
    model.compile("adam", "mse")
    model.fit(x[train], y[train], epochs=3)

# %% one of several models for each fold, and weights that a function sets back
from sklearn.model_selection import KFold
models = [build() for _ in range(5)]
for (train, test), one in zip(KFold(5).split(x), models):
    model = one
    model.fit(x[train], y[train], epochs=3)
model = build()
for train, test in KFold(5).split(x):
    reset_weights(model)
    model.fit(x[train], y[train], epochs=3)

# %% a list that each round fills
from sklearn.model_selection import KFold


def fill(body):
    body.clear()
    body.append(layers.Dense(1))


body = []
for train, test in KFold(5).split(x):
    fill(body)
    model = Sequential(body)
    model.compile("adam", "mse")
    model.fit(x[train], y[train], epochs=3)
