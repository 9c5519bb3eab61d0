# %% too few
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(9, activation="softmax")])  # ← head/classes-against-units
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train)

# %% another number of columns
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
y_train = keras.utils.to_categorical(y_train, 10)
model = Sequential()
model.add(layers.Flatten(input_shape=(28, 28)))
model.add(layers.Dense(1, activation="sigmoid"))  # ← head/classes-against-units
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train)

# %% left over from another data set
(x_train, y_train), _ = keras.datasets.cifar100.load_data()
inputs = Input((32, 32, 3))
outputs = layers.Dense(10)(layers.Flatten()(inputs))  # ← head/classes-against-units
model = Model(inputs, outputs)
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")
model.fit(x_train / 255.0, y_train, epochs=2)

# %% a yes or no for ten classes
(x_train, y_train), _ = tf.keras.datasets.fashion_mnist.load_data()
model = Sequential([layers.Flatten(input_shape=(28, 28)), layers.Dense(1, activation="sigmoid")])  # ← head/classes-against-units
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train)

# %% labels from 1
x = np.array([[0.0], [1.0], [2.0]])
y = np.array([1, 2, 3])
model = Sequential([Input((1,)), layers.Dense(3, activation="softmax")])  # ← head/classes-against-units
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y)

# %% columns and classes
y = keras.utils.to_categorical(load_labels(), num_classes=4)
model = Sequential([Input((5,)), layers.Dense(3, activation="softmax")])  # ← head/classes-against-units
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(load_rows(), y)

# %% as many as there are
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train)

# %% more units do no harm to numbers
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(11, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train)

# %% some of the classes
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
few = y_train < 5
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train[few], y_train[few])

# %% even or odd
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train % 2)

# %% zero or not
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train.astype(bool))
model.fit(x_train, np.array(y_train, dtype=np.bool_))

# %% coarse labels
(x_train, y_train), _ = keras.datasets.cifar100.load_data(label_mode="coarse")
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(20, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train)

# %% two outputs
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
inputs = Input((28, 28))
x = layers.Flatten()(inputs)
digit = layers.Dense(10, activation="softmax", name="digit")(x)
even = layers.Dense(1, activation="sigmoid", name="even")(x)
model = Model(inputs, [digit, even])
model.compile(loss=["sparse_categorical_crossentropy", "binary_crossentropy"], optimizer="adam")
model.fit(x_train, [y_train, y_train % 2])

# %% literal rows
y = np.array([[1, 0], [0, 1]])
model = Sequential([Input((1,)), layers.Dense(2, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(np.array([[0.0], [1.0]]), y)

# %% reviews
(x_train, y_train), _ = keras.datasets.imdb.load_data(num_words=10000)
model = Sequential([layers.Embedding(10000, 16), layers.LSTM(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train)

# %% made-up labels
x, y = np.random.rand(40, 4), np.random.randint(0, 5, 40)
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])  # ← head/classes-against-units
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% made-up labels, as many as units
x, y = np.random.rand(40, 4), np.random.randint(0, 5, 40)
model = Sequential([Input((4,)), layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% stars from 1 to 5
stars = pd.read_csv("a.csv")["stars"].clip(1, 5).astype("int32")
model = Sequential([
    Input((4,)),
    layers.Dense(5, activation="softmax"),  # ← head/classes-against-units
])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, stars)

# %% stars from 0 to 4
stars = pd.read_csv("a.csv")["stars"].clip(0, 4).astype("int32")
model = Sequential([Input((4,)), layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, stars)

# %% numbers from a table that begins with 1
import os
emotions = {"angry": 1, "happy": 2, "sad": 3}
labels = []
for name in emotions:
    for file in os.listdir(name):
        labels.append(emotions[name])
y = np.array(labels)
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])  # ← head/classes-against-units
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y)

# %% a column that is mapped
y = pd.read_csv("a.csv")["mood"].map({"angry": 1, "happy": 2, "sad": 3}).values
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])  # ← head/classes-against-units
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y)

# %% one more than they were, and repeated
y = np.concatenate([np.full(100, 0), np.full(100, 2)]) + 1
z = np.repeat(np.arange(1, 4), 100)
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])  # ← head/classes-against-units
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y)
other = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])  # ← head/classes-against-units
other.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
other.fit(x, z)

# %% from a table, minus one, or with a unit more
table = {"angry": 1, "happy": 2, "sad": 3}
y = np.array([table[name] for name in names])
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y - 1)
other = Sequential([Input((4,)), layers.Dense(4, activation="softmax")])
other.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
other.fit(x, y)

# %% another table
table = {"angry": 0, "happy": 1, "sad": 2}
y = np.array([table[name] for name in names])
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y)

# %% whole numbers that TensorFlow draws end before the last
rows, kinds = tf.random.normal((64, 4)), tf.random.uniform((64,), 0, 5, tf.int32)
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
model.fit(rows, kinds)
model.fit(rows, tf.random.uniform((64,), maxval=5, dtype="int32"))

# %% labels from a lookup
KINDS = ["setosa", "versicolor", "virginica"]
lookup = layers.StringLookup(vocabulary=KINDS)  # ← head/classes-against-units
y = lookup(names)
model = keras.Sequential([layers.Dense(16, activation="relu"), layers.Dense(len(KINDS), activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% labels from a lookup that learns, in a map
lookup = layers.StringLookup()  # ← head/classes-against-units
lookup.adapt(names)
data = tf.data.Dataset.from_tensor_slices((x, names)).map(lambda row, name: (row, lookup(name))).batch(8)
model = keras.Sequential([layers.Dense(16, activation="relu"), layers.Dense(len(set(names)), activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(data)

# %% a lookup that keeps no number, one more unit, one less by hand, and a lookup of inputs
KINDS = ["setosa", "versicolor", "virginica"]
lookup = layers.StringLookup(vocabulary=KINDS, num_oov_indices=0)
model = keras.Sequential([layers.Dense(16, activation="relu"), layers.Dense(len(KINDS), activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, lookup(names))

# %% as many units as the lookup has numbers
KINDS = ["setosa", "versicolor", "virginica"]
lookup = layers.StringLookup(vocabulary=KINDS)
model = keras.Sequential([layers.Dense(16, activation="relu"), layers.Dense(lookup.vocabulary_size(), activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, lookup(names))

# %% one less by hand, and a lookup of inputs
KINDS = ["setosa", "versicolor", "virginica"]
lookup = layers.StringLookup(vocabulary=KINDS)
model = keras.Sequential([layers.Dense(16, activation="relu"), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, lookup(names) - 1)

# %% labels from 1, as the counts below show
reviews = pd.read_csv("reviews.csv", usecols=["Review Text", "Rating"]).dropna(subset=["Review Text"])
print(reviews["Rating"].value_counts())
# 5    12540
# 4     4908
# 2     1549
# 3     2823
# 1      821
stars = reviews["Rating"].values  # ← head/classes-against-units
x_train, x_test, y_train, y_test = train_test_split(x, stars, stratify=stars)
model = Sequential([layers.Embedding(999, 8), layers.LSTM(16), layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train, y_train)

# %% labels from 1, as a comment says
forest = pd.read_csv("covtype.csv")  # 54 measurements and Cover_Type (1 to 7)
y = forest["Cover_Type"].to_numpy()  # ← head/classes-against-units
model = Sequential([layers.Dense(64, activation="relu"), layers.Dense(7, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% labels from 1, of which 1 is taken
forest = pd.read_csv("covtype.csv")  # 54 measurements and Cover_Type (1 to 7)
y = forest["Cover_Type"].to_numpy() - 1
model = Sequential([layers.Dense(64, activation="relu"), layers.Dense(7, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% labels from 1, that are numbered again, and others with a unit for 0
forest = pd.read_csv("covtype.csv")  # 54 measurements and Cover_Type (1 to 7)
y = LabelEncoder().fit_transform(forest["Cover_Type"])
model = Sequential([layers.Dense(64, activation="relu"), layers.Dense(7, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% one more unit than labels
forest = pd.read_csv("covtype.csv")  # 54 measurements and Cover_Type (1 to 7)
y = forest["Cover_Type"].values
model = Sequential([layers.Dense(64, activation="relu"), layers.Dense(8, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% a data set that is known to number its classes from 1
from sklearn.datasets import fetch_covtype
x, y = fetch_covtype(return_X_y=True)
model = Sequential([keras.Input((54,)), layers.Dense(64, activation="relu")])
model.add(layers.Dense(7, activation="softmax"))  # ← head/classes-against-units
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y.astype("int32"))

# %% a data set that is known to number its classes from 1, which is taken
from sklearn.datasets import fetch_covtype
forest = fetch_covtype()
x, y = forest.data, forest.target - 1
model = Sequential([keras.Input((54,)), layers.Dense(64, activation="relu")])
model.add(layers.Dense(7, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% rows chosen by their stars, from 1, in a function, and made a data set
STARS = 5


def read(path):
    df = pd.read_csv(path, usecols=["a", "b", "stars"]).dropna()
    df["stars"] = df["stars"].astype("int32")
    df = df[df["stars"].between(1, STARS)]
    return df[["a", "b"]].to_numpy(), df["stars"].to_numpy()


def pipeline(rows, stars):
    return tf.data.Dataset.from_tensor_slices((rows, stars)).shuffle(100).batch(32)


rows, stars = read("reviews.csv")
model = Sequential([Input((2,)), layers.Dense(8, activation="relu"), layers.Dense(STARS, activation="softmax")])  # ← head/classes-against-units
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(pipeline(rows, stars))

# %% rows chosen by two comparisons, and by a list
from sklearn.model_selection import train_test_split

df = pd.read_csv("reviews.csv").drop_duplicates()
df = df[(df["grade"] >= 1) & (df["grade"] <= 3)].copy()
a, b, c, d = train_test_split(df[["a", "b"]].values, df["grade"].values, test_size=0.2)
model = Sequential([Input((2,)), layers.Dense(8, activation="relu"), layers.Dense(3, activation="softmax")])  # ← head/classes-against-units
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(a, c, validation_data=(b, d))
other = pd.read_csv("others.csv")
model = Sequential([Input((2,)), layers.Dense(8, activation="relu"), layers.Dense(4, activation="softmax")])  # ← head/classes-against-units
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(other[["a", "b"]].values, other.loc[other["kind"].isin([1, 2, 3, 4]), "kind"].astype(int))

# %% rows chosen, and 1 taken in one way or another
df = pd.read_csv("reviews.csv")
df = df[df["stars"].between(1, 5)]
x = df[["a", "b"]].values
model = Sequential([Input((2,)), layers.Dense(8, activation="relu"), layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, df["stars"].values - 1)
first = df.copy()
first["stars"] -= 1
model.fit(x, first["stars"].values)
second = df.copy()
second["stars"] = second["stars"] - 1
model.fit(x, second["stars"].values)
third = df.assign(stars=df["stars"] - 1)
model.fit(x, third["stars"].values)
fourth = df.copy()
fourth.loc[:, "stars"] = fourth["stars"] - 1
model.fit(x, fourth["stars"].values)
fifth = df.copy()
fifth.stars -= 1
model.fit(x, fifth["stars"].values)
sixth = df.copy()
sixth["stars"] = sixth["stars"].map(lambda star: star - 1)
model.fit(x, sixth["stars"].values)
seventh = df.copy()
seventh["stars"].replace({1: 0, 2: 1, 3: 2, 4: 3, 5: 4}, inplace=True)
model.fit(x, seventh["stars"].values)

# %% rows chosen, and numbered again
from sklearn.preprocessing import LabelEncoder

df = pd.read_csv("reviews.csv")
df = df[df["stars"].isin([1, 2, 3, 4, 5])]
x = df[["a", "b"]].values
model = Sequential([Input((2,)), layers.Dense(8, activation="relu"), layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, LabelEncoder().fit_transform(df["stars"]))
model.fit(x, pd.factorize(df["stars"])[0])
model.fit(x, df["stars"].astype("category").cat.codes)
model.fit(x, np.unique(df["stars"], return_inverse=True)[1])
df["stars"] = LabelEncoder().fit_transform(df["stars"])
model.fit(x, df["stars"].values)

# %% rows chosen by another column, by one end, before they are moved, and with a unit more
df = pd.read_csv("reviews.csv")
early = df[df["year"].between(1, 5)]
model = Sequential([Input((2,)), layers.Dense(8, activation="relu"), layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(early[["a", "b"]].values, early["stars"].values)
good = df[df["stars"] >= 5]
model.fit(good[["a", "b"]].values, good["stars"].values)
df["stars"] = df["stars"] - 1
moved = df[df["stars"].between(0, 4)]
model.fit(moved[["a", "b"]].values, moved["stars"].values)
df["level"] = df["grade"] - 1
some = df[df["level"].isin([1, 2])]
model = Sequential([Input((2,)), layers.Dense(8, activation="relu"), layers.Dense(2, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(some[["a", "b"]].values, some["level"] - 1)
kept = df[df["kind"].between(1, 5)]
model = Sequential([Input((2,)), layers.Dense(8, activation="relu"), layers.Dense(6, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(kept[["a", "b"]].values, kept["kind"].values)

# %% rows chosen by a range of numbers, then sorted, without copies or holes, and made data sets
from sklearn.model_selection import train_test_split

N_STARS = 5
df = pd.read_csv("reviews.csv", usecols=["a", "b", "stars"]).dropna()
df = df[df["stars"].isin(range(1, N_STARS + 1))].drop_duplicates("a").dropna().reset_index(drop=True)
df["stars"].value_counts().reindex(range(1, N_STARS + 1)).plot.bar()
x_train, x_val, y_train, y_val = train_test_split(df[["a", "b"]].to_numpy(), df["stars"].to_numpy(dtype="int32"))


def as_dataset(rows, stars, training=False):
    ds = tf.data.Dataset.from_tensor_slices((rows, stars))
    if training:
        ds = ds.shuffle(len(rows))
    ds = ds.batch(64)
    return ds.map(lambda a, b: (a / 10, b)).prefetch(tf.data.AUTOTUNE)


inputs = Input((2,))
model = Model(inputs, layers.Dense(N_STARS, activation="softmax")(layers.Dense(8, activation="relu")(inputs)))  # ← head/classes-against-units
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(as_dataset(x_train, y_train, training=True), validation_data=as_dataset(x_val, y_val))

# %% rows chosen by a range of numbers, and 1 taken in the pipeline, before, or a unit more
N_STARS = 5
df = pd.read_csv("reviews.csv", usecols=["a", "b", "stars"]).dropna()
df = df[df["stars"].isin(range(1, N_STARS + 1))].drop_duplicates("a").sort_values("b")
x, stars = df[["a", "b"]].to_numpy(), df["stars"].to_numpy()
model = Sequential([Input((2,)), layers.Dense(8, activation="relu"), layers.Dense(N_STARS, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(tf.data.Dataset.from_tensor_slices((x, stars)).map(lambda a, b: (a, b - 1)).batch(8))
model.fit(x, df["stars"].sub(1).to_numpy())
model.fit(x, stars.astype("int32") - 1)
wide = Sequential([Input((2,)), layers.Dense(8, activation="relu"), layers.Dense(N_STARS + 1, activation="softmax")])
wide.compile("adam", "sparse_categorical_crossentropy")
wide.fit(x, stars)

# %% numbers that the program counts from 1
reviews = pd.read_csv("reviews.csv")
counts = reviews["stars"].value_counts().reindex(range(1, 6))
print(counts)
stars = reviews["stars"].values  # ← head/classes-against-units
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(reviews[["a", "b"]].values, stars)

# %% numbers that the program asserts to go from 1, given to a data set
STARS = 5
reviews = pd.read_csv("reviews.csv")
assert reviews["stars"].min() == 1 and reviews["stars"].max() == STARS
stars = reviews["stars"].to_numpy("int32")  # ← head/classes-against-units
data = tf.data.Dataset.from_tensor_slices((reviews[["a", "b"]].values, stars)).batch(32)
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(STARS, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(data)

# %% numbers that the program asserts to be in a list
reviews = pd.read_csv("reviews.csv")
assert reviews["stars"].isin([1, 2, 3, 4, 5]).all()
stars = reviews["stars"].values  # ← head/classes-against-units
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(reviews[["a", "b"]].values, stars)

# %% numbers that the program asserts to be a list
reviews = pd.read_csv("reviews.csv")
assert sorted(reviews["grade"].unique()) == [1, 2, 3]
grades = reviews["grade"].values  # ← head/classes-against-units
other = Sequential([layers.Dense(8, activation="relu"), layers.Dense(3, activation="softmax")])
other.compile("adam", "sparse_categorical_crossentropy")
other.fit(reviews[["a", "b"]].values, grades)

# %% numbers that the program asserts to go from 0, to be of another column, or that it moves
reviews = pd.read_csv("reviews.csv")
assert reviews["stars"].min() == 0 and reviews["stars"].max() == 5
assert reviews["kind"].isin([0, 1, 2, 3, 4]).all() and reviews["year"].isin([1, 2, 3, 4, 5]).all()
assert sorted(reviews["grade"].unique()) == [1, 2, 3, 4, 5]
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(reviews[["a", "b"]].values, reviews["kind"].values)
model.fit(tf.data.Dataset.from_tensor_slices((reviews[["a", "b"]].values, reviews["grade"].values - 1)).batch(8))

# %% stars that are cut by NumPy, or cut and rounded
cut = np.clip(pd.read_csv("a.csv")["stars"].to_numpy(), 1, 5)
model = Sequential([Input((4,)), layers.Dense(5, activation="softmax")])  # ← head/classes-against-units
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, cut)
table = pd.read_csv("b.csv")
table["stars"] = table["stars"].clip(lower=1, upper=5).round().astype(int)
other = Sequential([Input((4,)), layers.Dense(5, activation="softmax")])  # ← head/classes-against-units
other.compile("adam", "sparse_categorical_crossentropy")
other.fit(x, table["stars"].values)

# %% rows chosen by numbers of NumPy, and by a question
table = pd.read_csv("b.csv")
kept = table["stars"].isin(np.arange(1, 6))
chosen = table.loc[kept].sample(frac=1).reset_index(drop=True)
model = Sequential([Input((4,)), layers.Dense(5, activation="softmax")])  # ← head/classes-against-units
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, np.array(chosen["stars"], dtype="int32"))
asked = pd.read_csv("c.csv").query("1 <= stars <= 5")
other = Sequential([Input((4,)), layers.Dense(5, activation="softmax")])  # ← head/classes-against-units
other.compile("adam", "sparse_categorical_crossentropy")
other.fit(x, asked["stars"].values)

# %% stars that are cut to begin with 0, questions about other columns or one end, and 1 taken later
cut = np.clip(pd.read_csv("a.csv")["stars"].to_numpy() - 1, 0, 4)
model = Sequential([Input((4,)), layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, cut)
model.fit(x, np.clip(cut, a_min=0, a_max=4))
model.fit(x, np.clip(pd.read_csv("a.csv")["stars"].values, 1, 5) - 1)
asked = pd.read_csv("c.csv").query("1 <= year <= 5")
model.fit(x, asked["stars"].values)
model.fit(x, pd.read_csv("c.csv").query("stars >= 1")["stars"].values)
model.fit(x, pd.read_csv("c.csv").query("1 <= stars <= 5")["stars"].values - 1)
model.fit(x, pd.read_csv("c.csv").query("0 <= stars <= 4")["stars"].values)
moved = pd.read_csv("d.csv").query("1 <= stars <= 5")
moved["stars"] = moved["stars"] - 1
model.fit(x, moved["stars"].values)
zero = pd.read_csv("e.csv")
zero = zero[zero["stars"].isin(np.arange(5))]
model.fit(x, zero["stars"].values)

# %% a sentence that lists the classes, as many outputs as the column has, in a function
"""Damage to buildings. Grade 1 is low damage, 2 medium, 3 almost complete destruction."""
values, told = pd.read_csv("values.csv", index_col="id"), pd.read_csv("labels.csv", index_col="id")
data = pd.get_dummies(values, dtype="float32")
y = told.loc[data.index, "damage_grade"].values  # ← head/classes-against-units
x_train, x_test, y_train, y_test = train_test_split(data, y, stratify=y)
x_train, x_val, y_train, y_val = train_test_split(x_train, y_train, stratify=y_train)


def make(n_in, n_out):
    return Sequential([Input((n_in,)), layers.Dense(64, activation="relu"), layers.Dense(n_out, activation="softmax")])


model = make(x_train.shape[1], told["damage_grade"].nunique())
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train.values, y_train, validation_data=(x_val.values, y_val))

# %% as many outputs as the last number
table = pd.read_csv("a.csv").fillna(0)
y = table["stars"].astype("int32").values  # ← head/classes-against-units
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(int(y.max()), activation="softmax")])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy())
model.fit(table[["a", "b"]].values, y)

# %% as many outputs as there are different ones
table = pd.read_csv("a.csv").fillna(0)  # stars: 1 to 5
inputs = Input((2,))
outputs = layers.Dense(len(np.unique(table["stars"])), activation="softmax")(layers.Dense(8, activation="relu")(inputs))
model = Model(inputs, outputs)
model.compile("adam", loss="sparse_categorical_crossentropy")
model.fit(table[["a", "b"]].values, table["stars"])  # ← head/classes-against-units

# %% a comment that lists the kinds, and a data set
# kind: 1 = fir, 2 = pine, 3 = larch, 4 = oak
def load(path):
    table = pd.read_csv(path).dropna().assign(slope=0.0)
    return table.drop(columns="kind").values, table["kind"].values, len(set(table["kind"]))  # ← head/classes-against-units


x, kind, count = load("trees.csv")
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(count, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(tf.data.Dataset.from_tensor_slices((x, kind)).shuffle(1000).batch(32), epochs=3)

# %% one output more, one less in the labels, or labels that are numbered anew
# grade: 1 = low, 2 = medium, 3 = high
table = pd.read_csv("a.csv").fillna(0)
x, y = table[["a", "b"]].values, table["grade"].values
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(table["grade"].nunique() + 1, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
other = Sequential([layers.Dense(8, activation="relu"), layers.Dense(int(y.max()) + 1, activation="softmax")])
other.compile("adam", "sparse_categorical_crossentropy")
other.fit(x, y)

# %% the same, moved in the table or by an encoder
# grade: 1 = low, 2 = medium, 3 = high
table = pd.read_csv("a.csv").fillna(0).assign(grade=lambda t: t.grade - 1)
codes, kinds = pd.factorize(table["kind"])
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(table["grade"].nunique(), activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(table[["a", "b"]].values, table["grade"].values)
other = Sequential([layers.Dense(8, activation="relu"), layers.Dense(table["kind"].nunique(), activation="softmax")])
other.compile("adam", "sparse_categorical_crossentropy")
other.fit(table[["a", "b"]].values, codes)
other.fit(table[["a", "b"]].values, LabelEncoder().fit_transform(table["kind"]))

# %% numbers that go from 0, of another column, or of which the program says nothing
"""Stage 0 is healthy, stage 1 mild, 2 moderate, 3 severe. Month 1 is January, 2 February and 3 March."""
table = pd.read_csv("a.csv").fillna(0)
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(table["stage"].nunique(), activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(table[["month", "b"]].values, table["stage"].values)
other = Sequential([layers.Dense(table["month"].max()), layers.Dense(table["level"].nunique(), activation="softmax")])
other.compile("adam", "sparse_categorical_crossentropy")
other.fit(table[["month", "b"]].values, table["level"].values)

# %% a column with the last number beside labels from 0
# rank: 1 = private, 2 = sergeant, 3 = captain
table = pd.read_csv("a.csv").fillna(0)
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(table["kind"].max() + 1, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(table[["rank", "b"]].values, table["kind"].values)
