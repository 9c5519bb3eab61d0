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
