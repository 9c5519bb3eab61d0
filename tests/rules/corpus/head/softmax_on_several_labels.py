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
