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
