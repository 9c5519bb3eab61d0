# %% a list of targets
x, y, z = np.random.rand(8, 4), np.zeros(8), np.zeros(8)
a = Input((4,))
model = Model(a, [layers.Dense(1, activation="sigmoid", name="b")(a), layers.Dense(3, activation="softmax", name="c")(a)])
model.compile("sgd", ["binary_crossentropy", "sparse_categorical_crossentropy"])
model.fit(x, [y, z], class_weight={0: 1, 1: 9})  # ← training/class-weight-for-outputs

# %% targets by name, weights that are computed
x, y, z = np.random.rand(8, 4), np.zeros(8), np.zeros(8)
a = Input((4,))
model = Model(a, [layers.Dense(1, activation="sigmoid", name="b")(a), layers.Dense(3, activation="softmax", name="c")(a)])
model.compile("sgd", ["binary_crossentropy", "sparse_categorical_crossentropy"])
share = np.bincount(y.astype(int), minlength=2)
weights = {0: share[0], 1: share[1]}
model.fit(x, {"b": y, "c": z}, epochs=2, class_weight=weights)  # ← training/class-weight-for-outputs

# %% one output
x, y = np.random.rand(8, 4), np.zeros(8)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy")
model.fit(x, y, class_weight={0: 1, 1: 9})

# %% a weight for each row
x, y, z = np.random.rand(8, 4), np.zeros(8), np.zeros(8)
a = Input((4,))
model = Model(a, [layers.Dense(1, activation="sigmoid", name="b")(a), layers.Dense(3, activation="softmax", name="c")(a)])
model.compile("sgd", ["binary_crossentropy", "sparse_categorical_crossentropy"])
model.fit(x, [y, z], sample_weight=[np.ones(8), np.ones(8)])

# %% none after all
x, y, z = np.random.rand(8, 4), np.zeros(8), np.zeros(8)
a = Input((4,))
model = Model(a, [layers.Dense(1, activation="sigmoid", name="b")(a), layers.Dense(3, activation="softmax", name="c")(a)])
model.compile("sgd", ["binary_crossentropy", "sparse_categorical_crossentropy"])
model.fit(x, [y, z], class_weight=None)

# %% a data set
x, y, z = np.random.rand(8, 4), np.zeros(8), np.zeros(8)
a = Input((4,))
model = Model(a, [layers.Dense(1, activation="sigmoid", name="b")(a), layers.Dense(3, activation="softmax", name="c")(a)])
model.compile("sgd", ["binary_crossentropy", "sparse_categorical_crossentropy"])
rows = tf.data.Dataset.from_tensor_slices((x, (y, z))).batch(4)
model.fit(rows, class_weight={"b": {0: 1, 1: 9}, "c": {0: 1, 1: 1, 2: 2}})  # ← training/class-weight-for-outputs

# %% a class for each pixel
x, y = np.random.rand(8, 6, 6, 1), np.zeros((8, 6, 6, 2))
model = Sequential([Input((6, 6, 1)), layers.Conv2D(2, 3, padding="same", activation="softmax")])
model.compile("sgd", "categorical_crossentropy")
model.fit(x, y, class_weight={0: 1, 1: 9})  # ← training/class-weight-for-outputs

# %% a class for the whole picture
x, y = np.random.rand(8, 6, 6, 1), np.zeros((8, 2))
model = Sequential([Input((6, 6, 1)), layers.Conv2D(2, 6), layers.Flatten(), layers.Softmax()])
model.compile("sgd", "categorical_crossentropy")
model.fit(x, y, class_weight={0: 1, 1: 9})

# %% names of classes
x, y = np.random.rand(8, 4), np.zeros(8)
model = Sequential([Input((4,)), layers.Dense(2, activation="softmax")])
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(x, y, class_weight={"cat": 1, "dog": 3})  # ← training/class-weight-for-outputs

# %% a word, and what scikit-learn gives
from sklearn.utils.class_weight import compute_class_weight
x, y = np.random.rand(8, 4), np.zeros(8)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy")
model.fit(x, y, epochs=3, class_weight="auto")  # ← training/class-weight-for-outputs
weights = compute_class_weight("balanced", classes=np.unique(y), y=y)
model.fit(x, y, epochs=3, class_weight=weights)  # ← training/class-weight-for-outputs
model.fit(x, y, epochs=3, class_weight=dict(enumerate(weights)))

# %% a list of weights
from sklearn.utils import class_weight
x, y = np.random.rand(8, 4), np.zeros(8)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy")
weights = class_weight.compute_class_weight("balanced", classes=np.unique(y), y=y)
weights = list(weights)
model.fit(x, y, epochs=3, class_weight=weights)  # ← training/class-weight-for-outputs
model.fit(x, y, epochs=3, class_weight=[1, 9])  # ← training/class-weight-for-outputs
