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
