# %% made for it
from sklearn.datasets import make_multilabel_classification
x, y = make_multilabel_classification(1000, 20, n_classes=3)

model = Sequential([Input((20,)), layers.Dense(3, activation="softmax")])  # ← head/softmax-on-several-labels
model.compile("adam", "mse")
model.fit(x, y)

# %% several words for a text
from sklearn.preprocessing import MultiLabelBinarizer
y = MultiLabelBinarizer().fit_transform(tags)
model = Sequential([Input((20,)), layers.Dense(3, activation="softmax")])  # ← head/softmax-on-several-labels
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% drawn one by one
y = np.random.randint(0, 2, size=(100, 5))
model = Sequential([Input((20,)), layers.Dense(5, activation="softmax")])  # ← head/softmax-on-several-labels
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% a sigmoid for each
y = np.random.randint(0, 2, size=(100, 5))
model = Sequential([Input((20,)), layers.Dense(5, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)

# %% one of several
from sklearn.preprocessing import LabelBinarizer
y = LabelBinarizer().fit_transform(kinds)
model = Sequential([Input((20,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% numbers of classes
y = np.random.randint(0, 2, size=(100, 1))
model = Sequential([Input((20,)), layers.Dense(2, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% as many units as the binarizer found
from sklearn.preprocessing import MultiLabelBinarizer
binarizer = MultiLabelBinarizer()
y = binarizer.fit_transform(tags)
model = Sequential([
    Input((4,)),
    layers.Dense(len(binarizer.classes_), activation="softmax"),  # ← head/softmax-on-several-labels
])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% comments that may be several things
kinds = ["toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate"]
table = pd.read_csv("train.csv")
model = Sequential([Input((20,)), layers.Dense(6, activation="softmax")])  # ← head/softmax-on-several-labels
model.compile("adam", "categorical_crossentropy")
model.fit(x, table[kinds].values)

# %% the program counts them
table = pd.read_csv("train.csv")
y = table[["rain", "wind", "snow"]].values
print("labels per day:", np.bincount(y.sum(axis=1)))
model = Sequential([Input((20,)), layers.Dense(3, activation="softmax")])  # ← head/softmax-on-several-labels
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% split at a comma
table = pd.read_csv("films.csv")
y = table["genres"].str.get_dummies(sep=", ")
model = Sequential([Input((20,)), layers.Dense(y.shape[1], activation="softmax")])  # ← head/softmax-on-several-labels
model.compile("adam", "categorical_crossentropy")
model.fit(x, y.values)

# %% exploded
table = pd.read_csv("films.csv")
y = pd.get_dummies(table["genres"].str.split("|").explode()).groupby(level=0).sum()
model = Sequential([Input((20,)), layers.Dense(9, activation="softmax")])  # ← head/softmax-on-several-labels
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% a one for each tag of a text
y = np.zeros((len(lists), len(number)))
for i, tags in enumerate(lists):
    for tag in tags:
        y[i, number[tag]] = 1
model = Sequential([Input((20,)), layers.Dense(len(number))])
model.add(layers.Activation("softmax"))  # ← head/softmax-on-several-labels
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% rows of one label only
table = pd.read_csv("train.csv")
table = table[table[["rain", "wind", "snow"]].sum(axis=1) == 1]
y = table[["rain", "wind", "snow"]].values
print("labels per day:", np.bincount(y.sum(axis=1)))
model = Sequential([Input((20,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% counted to be sure that it is one
table = pd.read_csv("GroundTruth.csv")
y = table[["MEL", "NV", "BCC"]].values
assert (y.sum(axis=1) == 1).all()
print("labels per image:", np.bincount(y.sum(axis=1)))
model = Sequential([Input((20,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% how many rows a class has
table = pd.read_csv("GroundTruth.csv")
y = table[["MEL", "NV", "BCC"]].values
print("images per label:", y.sum(axis=0))
print(np.unique(y.sum(axis=1)))
model = Sequential([Input((20,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% one of several, from a column of texts
table = pd.read_csv("films.csv")
y = table["genre"].str.get_dummies()
model = Sequential([Input((20,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% one-hot by hand
y = np.zeros((len(kinds), 3))
for i in range(len(kinds)):
    for j in range(3):
        if kinds[i] == j:
            y[i, j] = 1
model = Sequential([Input((20,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% one-hot by hand, in parts
y = np.zeros((100, 3))
for start in range(0, 100, 10):
    for i in range(start, start + 10):
        y[i, kinds[i]] = 1
model = Sequential([Input((20,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)

# %% comments, a sigmoid for each kind
table = pd.read_csv("train.csv")
y = table[["toxic", "severe_toxic", "obscene"]].values
model = Sequential([Input((20,)), layers.Dense(3, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)

# %% the first of several
kinds = ["toxic", "severe_toxic", "obscene"]
y = pd.read_csv("train.csv")[kinds].values.argmax(axis=1)
model = Sequential([Input((20,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% shares of several
y = pd.read_csv("films.csv")["genres"].str.get_dummies(sep=",").values
y = y / y.sum(axis=1, keepdims=True)
model = Sequential([Input((20,)), layers.Dense(9, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)
