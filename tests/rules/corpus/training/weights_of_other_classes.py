# %% in the order of appearance
kinds = pd.unique(names)
weights = compute_class_weight("balanced", classes=kinds, y=names_train)
class_weight = dict(enumerate(weights))  # ← training/weights-of-other-classes
model.fit(x, y, class_weight=class_weight)

# %% of a column, in the call
weights = compute_class_weight(class_weight="balanced", classes=table["kind"].unique(), y=table["kind"])
model.fit(x, y, class_weight={i: w for i, w in enumerate(weights)})  # ← training/weights-of-other-classes

# %% by frequency
counts = table["label"].value_counts()
weights = {i: len(table) / n for i, n in enumerate(counts)}  # ← training/weights-of-other-classes
model.fit(x, y, class_weight=weights)

# %% by frequency, as an array, with range
counts = table["label"].value_counts().values
weights = counts.max() / counts
model.fit(x, y, class_weight=dict(zip(range(len(weights)), weights)))  # ← training/weights-of-other-classes

# %% the shares
counts = np.bincount(y_train)
weights = {i: n / len(y_train) for i, n in enumerate(counts)}  # ← training/weights-of-other-classes
model.fit(x, y, class_weight=weights)

# %% the shares, as an array
counts = np.bincount(y)
shares = counts / counts.sum()
model.fit(x, y, class_weight=dict(enumerate(shares)))  # ← training/weights-of-other-classes

# %% the shares, by name
negative, positive = np.bincount(y)
total = negative + positive
model.fit(x, y, class_weight={0: negative / total, 1: positive / total})  # ← training/weights-of-other-classes

# %% sorted
weights = compute_class_weight("balanced", classes=np.unique(y), y=y)
model.fit(x, y, class_weight=dict(enumerate(weights)))
other = compute_class_weight("balanced", classes=sorted(set(y)), y=y)
again.fit(x, y, class_weight={i: w for i, w in enumerate(other)})

# %% by the classes themselves
kinds = table["label"].unique()
weights = compute_class_weight("balanced", classes=kinds, y=table["label"])
model.fit(x, y, class_weight=dict(zip(kinds, weights)))
counts = table["label"].value_counts()
again.fit(x, y, class_weight={i: len(table) / (2 * counts[i]) for i in range(2)})
third.fit(x, y, class_weight={label: len(table) / n for label, n in counts.items()})

# %% numbered in their own order
codes, kinds = pd.factorize(table["kind"])
weights = compute_class_weight("balanced", classes=table["kind"].unique(), y=table["kind"])
model.fit(x, codes, class_weight=dict(enumerate(weights)))

# %% numbered by hand
kinds = table["kind"].unique()
y = table["kind"].map({kind: i for i, kind in enumerate(kinds)})
weights = compute_class_weight("balanced", classes=kinds, y=table["kind"])
model.fit(x, y, class_weight=dict(enumerate(weights)))

# %% sorted by the labels, and the other way round
counts = table["label"].value_counts().sort_index()
model.fit(x, y, class_weight={i: len(table) / n for i, n in enumerate(counts)})
negative, positive = np.bincount(y)
again.fit(x, y, class_weight={0: positive / len(y), 1: negative / len(y)})
third.fit(x, y, class_weight={i: 1 - n / len(y) for i, n in enumerate(np.bincount(y))})

# %% of two classes, the frequent one is 0
model.compile("adam", "binary_crossentropy")
counts = table["fraud"].value_counts()
model.fit(x, y, class_weight={i: len(table) / n for i, n in enumerate(counts)})

# %% in a loop
weights = {}
for i, n in enumerate(Counter(table["kind"]).values()):
    weights[i] = len(table) / n  # ← training/weights-of-other-classes
model.fit(x, y, class_weight=weights)

# %% the shares, as pandas gives them
shares = table["label"].value_counts(normalize=True)
model.fit(x, y, class_weight=shares.to_dict())  # ← training/weights-of-other-classes

# %% in a loop over the labels
weights = {}
for label, n in table["label"].value_counts().items():
    weights[label] = len(table) / n
model.fit(x, y, class_weight=weights)

# %% the shares, in a loop over the classes
counts = np.bincount(y, minlength=4)
class_weight = {c: counts[c] / counts.sum() for c in range(4)}  # ← training/weights-of-other-classes
model.fit(x, y, class_weight=class_weight)

# %% counts by Counter, by unique, by pandas, and by a comparison
model.fit(x, y, class_weight={c: n / len(y) for c, n in Counter(y).items()})  # ← training/weights-of-other-classes
kinds, counted = np.unique(y, return_counts=True)
again.fit(x, y, class_weight=dict(zip(kinds, counted / counted.sum())))  # ← training/weights-of-other-classes
third.fit(x, y, class_weight=table["kind"].value_counts(normalize=True).to_dict())  # ← training/weights-of-other-classes
fourth.fit(x, y, class_weight={c: float(np.mean(y == c)) for c in range(3)})  # ← training/weights-of-other-classes

# %% given by a function
def weights(labels):
    counts = np.bincount(labels)
    return {i: counts[i] / len(labels) for i in range(len(counts))}  # ← training/weights-of-other-classes


model.fit(x, y, class_weight=weights(y))

# %% a weight for each row
shares = np.bincount(y) / len(y)
model.fit(x, y, sample_weight=shares[y])  # ← training/weights-of-other-classes

# %% the inverse, in other ways
counts = np.bincount(y, minlength=4)
shares = counts / counts.sum()
model.fit(x, y, class_weight={c: counts.sum() / counts[c] for c in range(4)})
again.fit(x, y, class_weight={c: counts[1 - c] / counts.sum() for c in (0, 1)})
third.fit(x, y, class_weight={c: 1 - shares[c] for c in range(4)})
fourth.fit(x, y, class_weight={c: 1 / v for c, v in dict(enumerate(shares)).items()})
fifth.fit(x, y, sample_weight=(1 / shares)[y])
sixth.fit(x, y, class_weight={c: n / len(y) for c, n in zip(np.unique(y)[::-1], counts)})

# %% numbers of nothing
weights = {number: total / n for number, n in enumerate()}
model.fit(x, y, class_weight=weights)

# %% shares times the number of classes, given by a function, in a class of the author's
def weights_for(labels):
    counts = np.bincount(labels)
    share = counts / counts.sum()
    return {label: float(len(counts) * s) for label, s in enumerate(share)}  # ← training/weights-of-other-classes


class Detector:
    def fit(self, x, y):
        self.model = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
        self.model.compile("adam", "binary_crossentropy")
        weights = weights_for(y)
        return self.model.fit(x, y, class_weight=weights, epochs=5)


# %% rows by classes times counts, turned the right way, given by a function, in a class of the author's
def weights_for(labels):
    counts = np.bincount(labels)
    share = counts / counts.sum()
    return {label: float(1 / (len(counts) * s)) for label, s in enumerate(share)}


class Detector:
    def fit(self, x, y):
        self.model = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
        self.model.compile("adam", "binary_crossentropy")
        weights = weights_for(y)
        return self.model.fit(x, y, class_weight=weights, epochs=5)


# %% filled in a loop of a function, a method, and with counts that are an argument
def by_count(y):
    weights = {}
    for c in np.unique(y):
        n = np.sum(y == c)
        weights[c] = n / len(y)  # ← training/weights-of-other-classes
    return weights


def by_share(counts, total):
    return {c: n / total for c, n in counts.items()}  # ← training/weights-of-other-classes


class Trainer:
    def weights(self, y):
        counts = Counter(y)
        most = max(counts.values())
        return {c: counts[c] / most for c in counts}  # ← training/weights-of-other-classes

    def run(self, x, y):
        self.model.fit(x, y, class_weight=self.weights(y))


model.fit(x, y, class_weight=by_count(y))
model.fit(x, y, class_weight=by_share(Counter(y), len(y)))

# %% the same, turned the right way
def by_count(y):
    weights = {}
    for c in np.unique(y):
        n = np.sum(y == c)
        weights[c] = len(y) / n
    return weights


def by_share(counts, total):
    return {c: total / n for c, n in counts.items()}


class Trainer:
    def weights(self, y):
        counts = Counter(y)
        most = max(counts.values())
        return {c: most / counts[c] for c in counts}

    def run(self, x, y):
        self.model.fit(x, y, class_weight=self.weights(y))


model.fit(x, y, class_weight=by_count(y))
model.fit(x, y, class_weight=by_share(Counter(y), len(y)))

# %% roots of counts, weights that were turned once too often, and the names of one variable
weights = np.bincount(y)
weights = np.sqrt(weights)
weights = weights / weights.mean()
model.fit(x, y, class_weight=dict(enumerate(weights)))  # ← training/weights-of-other-classes
balanced = compute_class_weight("balanced", classes=np.unique(y), y=y)
other.fit(x, y, class_weight={c: 1 / w for c, w in enumerate(balanced)})  # ← training/weights-of-other-classes
counts = table.groupby("label").size()
third.fit(x, y, class_weight=(counts / counts.max()).to_dict())  # ← training/weights-of-other-classes
kinds, number = np.unique(y, return_counts=True)
number = number.astype("float32")
number /= number.sum()
fourth.fit(x, y, class_weight=dict(zip(kinds, number)))  # ← training/weights-of-other-classes
listed = [np.sum(y == c) for c in range(3)]
fifth.fit(x, y, class_weight={c: n / sum(listed) for c, n in enumerate(listed)})  # ← training/weights-of-other-classes

# %% turned in the same variable, in another way, twice, and by hand
weights = np.bincount(y)
weights = weights.max() / weights
weights = np.sqrt(weights)
model.fit(x, y, class_weight=dict(enumerate(weights)))
balanced = compute_class_weight("balanced", classes=np.unique(y), y=y)
balanced = balanced / balanced.max()
other.fit(x, y, class_weight={c: w for c, w in enumerate(balanced)})
shares = {c: n / len(y) for c, n in Counter(y).items()}
third.fit(x, y, class_weight={c: 1 / w for c, w in shares.items()})
fourth.fit(x, y, class_weight={c: (1 - 0.999) / (1 - np.power(0.999, n)) for c, n in Counter(y).items()})
powers = np.bincount(y).astype(float)
powers **= -0.5
fifth.fit(x, y, class_weight=dict(enumerate(powers)))
logs = {c: np.log(len(y) / n) for c, n in Counter(y).items()}
sixth.fit(x, y, class_weight=logs)
own = dict(enumerate(np.bincount(y) / len(y)))
own[1] = 5.0
seventh.fit(x, y, class_weight=own)

# %% one class beside the other
negative, positive = np.bincount(y)
model.fit(x, y, class_weight={0: 1.0, 1: positive / negative})  # ← training/weights-of-other-classes
lost, kept = (y == 0).sum(), (y == 1).sum()
other.fit(x, y, class_weight={0: lost / len(y), 1: kept / len(y)})  # ← training/weights-of-other-classes
counts = table["churn"].value_counts()
third.fit(x, y, class_weight={0: counts[0] / counts.sum(), 1: counts[1] / counts.sum()})  # ← training/weights-of-other-classes

# %% one class beside the other, turned
negative, positive = np.bincount(y)
model.fit(x, y, class_weight={0: 1.0, 1: negative / positive})
lost, kept = (y == 0).sum(), (y == 1).sum()
other.fit(x, y, class_weight={0: kept / len(y), 1: lost / len(y)})
counts = table["churn"].value_counts()
third.fit(x, y, class_weight={0: counts[1] / counts.sum(), 1: counts[0] / counts.sum()})
fourth.fit(x, y, class_weight={0: len(y) / (2 * negative), 1: len(y) / (2 * positive)})
fifth.fit(x, y, class_weight={0: 1.0, 1: 10.0})
sixth.fit(x, y, class_weight={0: (1 / negative) * (len(y) / 2), 1: (1 / positive) * (len(y) / 2)})

# %% a weight for each row, in a data set, by a map of a column, in a list
shares = np.bincount(y) / len(y)
weights = {c: n / len(y) for c, n in Counter(y).items()}
data = tf.data.Dataset.from_tensor_slices((x, y, shares[y])).batch(8)  # ← training/weights-of-other-classes
model.fit(data)
other.fit(x, y, sample_weight=np.array([weights[c] for c in y]))  # ← training/weights-of-other-classes
third.fit(x, y, sample_weight=table["label"].map(table["label"].value_counts(normalize=True)).values)  # ← training/weights-of-other-classes

# %% a weight for each row that falls with its class, and three inputs
shares = np.bincount(y) / len(y)
weights = {c: len(y) / n for c, n in Counter(y).items()}
model.fit(tf.data.Dataset.from_tensor_slices((x, y, (1 / shares)[y])).batch(8))
other.fit(x, y, sample_weight=np.array([weights[c] for c in y]))
third.fit(x, y, sample_weight=1 / table["label"].map(table["label"].value_counts(normalize=True)).values)
fourth.fit(x, y, sample_weight=np.where(y == 1, 10.0, 1.0))
fifth.fit(tf.data.Dataset.from_tensor_slices((x, y, z)).batch(8))

# %% in settings, in arguments of a dictionary, and in an attribute of a dataclass
from dataclasses import dataclass


@dataclass
class Settings:
    epochs: int = 5
    class_weight: dict = None


shares = np.bincount(y) / len(y)
settings = {"epochs": 5}
settings["class_weight"] = dict(enumerate(shares))  # ← training/weights-of-other-classes
model.fit(x, y, epochs=settings["epochs"], class_weight=settings["class_weight"])
arguments = dict(epochs=5, class_weight={c: s for c, s in enumerate(shares)})  # ← training/weights-of-other-classes
other.fit(x, y, **arguments)
cfg = Settings()
cfg.class_weight = {c: n / len(y) for c, n in Counter(y).items()}
third.fit(x, y, epochs=cfg.epochs, class_weight=cfg.class_weight)  # ← training/weights-of-other-classes

# %% in settings, the right way, or none
shares = np.bincount(y) / len(y)
settings = {"epochs": 5, "class_weight": None}
if rare:
    settings["class_weight"] = dict(enumerate(1 / shares))
model.fit(x, y, epochs=settings["epochs"], class_weight=settings["class_weight"])
arguments = dict(epochs=5, class_weight={c: 1 / s for c, s in enumerate(shares)})
other.fit(x, y, **arguments)
third.fit(x, y, **options)

# %% counts paired with the classes the other way round, by functions that ask each other, and unknown ones
counts = np.bincount(y)
model.fit(x, y, class_weight=dict(zip([1, 0], counts / counts.sum())))
other.fit(x, y, class_weight={1 - c: n / counts.sum() for c, n in enumerate(counts)})
third.fit(x, y, class_weight={c: n / counts.sum() for c, n in enumerate(np.flip(counts))})


def first(labels, depth=0):
    return second(labels, depth + 1)


def second(labels, depth):
    return first(labels, depth)


fourth.fit(x, y, class_weight=first(y))
fifth.fit(x, y, class_weight=weights_of(counts))
