# %% numbers of classes for the categorical loss
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=5)  # ← head/labels-against-loss

# %% one-hot rows for the sparse loss
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
y_train = keras.utils.to_categorical(y_train, 10)
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss=losses.SparseCategoricalCrossentropy(), optimizer="adam")
model.fit(x_train, y_train, epochs=5)  # ← head/labels-against-loss

# %% one-hot rows of nobody knows what
x, y = load()
y = keras.utils.to_categorical(y)
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y)  # ← head/labels-against-loss

# %% a column of numbers
(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train.astype("float32"))  # ← head/labels-against-loss

# %% a label encoder
from sklearn.preprocessing import LabelEncoder
data = pd.read_csv("iris.csv")
y = LabelEncoder().fit_transform(data["species"])
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(data[["a", "b", "c", "d"]], y)  # ← head/labels-against-loss

# %% a directory
train = keras.utils.image_dataset_from_directory("images", image_size=(64, 64))
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=3)  # ← head/labels-against-loss

# %% a generator
from tensorflow.keras.preprocessing.image import ImageDataGenerator
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("images", target_size=(64, 64))
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=3)  # ← head/labels-against-loss

# %% numbers in a literal array
model = Sequential([Input((2,)), layers.Dense(3, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(np.array([[0, 1], [1, 0], [1, 1]]), np.array([0, 1, 2]))  # ← head/labels-against-loss

# %% minus one for no
x = np.array([[0.0], [1.0], [2.0], [3.0]])
y = np.array([-1, -1, 1, 1])
model = Sequential([Input((1,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)  # ← head/labels-against-loss

# %% sparse as it should be
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train.reshape(-1, 1), epochs=5)

# %% one-hot as it should be
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
y_train = tf.one_hot(y_train, 10)
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=5)

# %% back to numbers
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
y_train = keras.utils.to_categorical(y_train, 10)
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, np.argmax(y_train, axis=1))

# %% a binarizer gives one column for two classes
from sklearn.preprocessing import LabelBinarizer
data = pd.read_csv("data.csv")
y = LabelBinarizer().fit_transform(data["yes"])
model = Sequential([Input((4,)), layers.Dense(2, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(data[["a", "b", "c", "d"]], y)

# %% one column of dummies
data = pd.read_csv("titanic.csv")
y = pd.get_dummies(data["sex"], drop_first=True)
model = Sequential([Input((2,)), layers.Dense(2, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(data[["age", "fare"]], y)

# %% compared, then yes or no
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train == 5)

# %% compiled again for the other form
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x_train, keras.utils.to_categorical(y_train))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train)

# %% a directory that says so
train = keras.utils.image_dataset_from_directory("images", label_mode="categorical")
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(train.prefetch(2))

# %% a directory and a map
train = keras.utils.image_dataset_from_directory("images")
train = train.map(lambda x, y: (x, tf.one_hot(y, 5)))
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(train)

# %% two classes from a directory
train = keras.utils.image_dataset_from_directory("images")
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train)

# %% some of the rows and columns
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
labels = keras.utils.to_categorical(y_train, 10)
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, labels[:, 0])

# %% numbers of classes, the size by position
x, y = np.random.random((40, 4)), np.random.randint(0, 3, 40)
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)  # ← head/labels-against-loss

# %% of a random generator
rng = np.random.default_rng(0)
x, y = rng.normal(size=(40, 4)), rng.integers(0, 3, size=(40, 1))
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", loss=losses.CategoricalCrossentropy())
model.fit(x, y)  # ← head/labels-against-loss

# %% rows of an identity matrix
y = np.eye(3)[np.random.choice(3, 40)]
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.zeros((40, 4)), y)  # ← head/labels-against-loss

# %% one-hot, however many classes there are
x, y = np.load("x.npy"), np.load("y.npy")
one_hot = keras.utils.to_categorical(y)
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, one_hot)  # ← head/labels-against-loss

# %% one-hot by TensorFlow, with a depth by name
(x, y), _ = keras.datasets.mnist.load_data()
y = tf.one_hot(y, depth=10)
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)  # ← head/labels-against-loss

# %% dummies of a column
table = pd.read_csv("flowers.csv")
x, y = table.drop(columns=["kind"]), pd.get_dummies(table["kind"])
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)  # ← head/labels-against-loss

# %% codes of a column
table = pd.read_csv("flowers.csv")
y, names = pd.factorize(table["kind"])
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(table[["a", "b"]].values, y)  # ← head/labels-against-loss

# %% a column, mapped to numbers
table = pd.read_csv("flowers.csv")
y = table["kind"].map({"rose": 0, "tulip": 1, "daisy": 2})
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(table[["a", "b"]].values, y)  # ← head/labels-against-loss

# %% a column as it is
table = np.loadtxt("flowers.csv", delimiter=",")
table = pd.read_csv("flowers.csv").values
x, y = table[:, 0:4], table[:, 4]
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)  # ← head/labels-against-loss

# %% flowers of scikit-learn
from sklearn.datasets import load_iris
iris = load_iris()
x, y = iris.data, iris.target
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)  # ← head/labels-against-loss

# %% classes back from one-hot rows
(x, y), _ = keras.datasets.mnist.load_data()
y = np.argmax(keras.utils.to_categorical(y, 10), axis=1)
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)  # ← head/labels-against-loss

# %% one-hot rows for one unit
x, y = np.load("x.npy"), keras.utils.to_categorical(np.load("y.npy"))
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)  # ← head/labels-against-loss

# %% a folder of many classes for one unit
flow = keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255).flow_from_directory("images", target_size=(64, 64))
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(flow)  # ← head/labels-against-loss

# %% forms that fit
x = np.zeros((40, 4))
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, np.eye(3)[np.random.randint(0, 3, 40)])
model.fit(x, keras.utils.to_categorical(np.random.randint(0, 3, 40)))
model.fit(x, tf.one_hot(np.random.randint(0, 3, 40), 3))
sparse = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
sparse.compile("adam", "sparse_categorical_crossentropy")
sparse.fit(x, np.random.randint(0, 3, 40))
sparse.fit(x, np.random.randint(0, 3, (40, 1)))
sparse.fit(x, np.argmax(np.eye(3)[np.random.randint(0, 3, 40)], axis=-1))

# %% columns of a table that may be anything
table = pd.read_csv("flowers.csv")
y = pd.get_dummies(table)
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(table, y)

# %% a column that holds lists
table = pd.read_csv("faces.csv")
y = np.array(table["answers"].tolist())
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(table, y)

# %% two classes, dummies without the first
table = pd.read_csv("flowers.csv")
y = pd.get_dummies(table["kind"], drop_first=True)
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(table[["a", "b"]], y)

# %% three classes for one sigmoid
from sklearn.datasets import make_classification
x, y = make_classification(1000, 20, n_classes=3, n_informative=5)
model = Sequential([Input((20,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)  # ← head/labels-against-loss

# %% two classes for one sigmoid
from sklearn.datasets import make_moons
x, y = make_moons(1000)
model = Sequential([Input((2,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)

# %% numbers of classes where a distribution is compared
from sklearn.preprocessing import LabelEncoder
y = LabelEncoder().fit_transform(pd.read_csv("a.csv")["kind"])
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", losses.KLDivergence())
model.fit(x, y)  # ← head/labels-against-loss

# %% one-hot rows for the training, numbers for the test
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x_train / 255, keras.utils.to_categorical(y_train, 10))
model.evaluate(x_test / 255, y_test)  # ← head/labels-against-loss
model.evaluate(x_test / 255, keras.utils.to_categorical(y_test, 10))

# %% numbers of classes, and a unit for each of them
from sklearn.preprocessing import LabelEncoder

names = LabelEncoder()
x, y = np.load("x.npy"), names.fit_transform(pd.read_csv("kinds.csv")["kind"])
model = Sequential([Input((4,)), layers.Dense(len(names.classes_), activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)  # ← head/labels-against-loss

# %% two units for one number, in a network that is not followed
model = SqueezeNet(weights=None, classes=2)
model.compile("adam", "binary_crossentropy")
rows = keras.preprocessing.image.ImageDataGenerator().flow_from_directory("photos", class_mode="binary")
model.fit(rows, epochs=2)  # ← head/labels-against-loss

# %% one-hot steps, filled in by hand
def vectorize(sentences, length, words):
    out = np.zeros((len(sentences), length, words), dtype="bool")
    for i, sentence in enumerate(sentences):
        for t, word in enumerate(sentence[:length]):
            out[i, t, index[word]] = 1
    return out

y = vectorize(sentences, 16, len(index) + 1)
model = Sequential([Input((16, 8)), layers.LSTM(8, return_sequences=True), layers.Dense(len(index) + 1, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y)  # ← head/labels-against-loss

# %% one-hot rows, filled in by hand
y = np.zeros((len(names), 5))
for i, name in enumerate(names):
    y[i, index[name]] = 1.0
model = Sequential([Input((16,)), layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y)  # ← head/labels-against-loss

# %% a number for each step
y = keras.utils.pad_sequences(tags, maxlen=20)
y = np.random.randint(0, 7, size=(100, 20))
model = Sequential([Input((20, 8)), layers.LSTM(8, return_sequences=True), layers.Dense(7, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x, y)  # ← head/labels-against-loss

# %% filled in by hand, as it should be
y = np.zeros((len(names), 5))
for i, name in enumerate(names):
    y[i, index[name]] = 1.0
steps = np.zeros((100, 20), dtype="int32")
for i, row in enumerate(tags):
    for t, tag in enumerate(row):
        steps[i, t] = index[tag]
model = Sequential([Input((16,)), layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x, y)
other = Sequential([Input((20, 8)), layers.LSTM(8, return_sequences=True), layers.Dense(7, activation="softmax")])
other.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
other.fit(x, steps)

# %% pixels of a mask
mask = np.zeros((100, 32, 32))
for i, places in enumerate(marked):
    for row, column in places:
        mask[i, row, column] = 1
model = Sequential([Input((32, 32, 3)), layers.Conv2D(2, 3, padding="same", activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, mask)

# %% one-hot rows by more functions
from sklearn.preprocessing import OneHotEncoder, label_binarize

kinds = np.random.randint(0, 3, 100)
net = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
net.compile("adam", "sparse_categorical_crossentropy")
rows = np.random.rand(100, 4)
net.fit(rows, np.take(np.eye(3), kinds, axis=0))  # ← head/labels-against-loss
net.fit(rows, keras.ops.one_hot(kinds, 3))  # ← head/labels-against-loss
net.fit(rows, OneHotEncoder().fit_transform(kinds.reshape(-1, 1)).toarray())  # ← head/labels-against-loss
net.fit(rows, label_binarize(kinds, classes=[0, 1, 2]))  # ← head/labels-against-loss
net.fit(rows, kinds)

# %% numbers of classes by more functions
rows = np.random.rand(150, 4)
net = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
net.compile("adam", "categorical_crossentropy")
net.fit(rows, np.repeat([0, 1, 2], 50))  # ← head/labels-against-loss
net.fit(rows, np.argmax(rows[:, :3], axis=1))  # ← head/labels-against-loss
net.fit(rows, np.eye(3)[np.argmax(rows[:, :3], axis=1)])

# %% one-hot rows that are mapped
import tensorflow_datasets as tfds


def rows(features, label):
    return features, tf.gather(tf.eye(3), label)


def pictures(image, label):
    return tf.image.convert_image_dtype(image, tf.float32), tf.one_hot(label, 10)


labels = tf.cast(tf.random.normal((30,)) > 0, tf.int32)
data = tf.data.Dataset.from_tensor_slices((tf.random.normal((30, 2)), labels)).map(rows).batch(8)
net = Sequential([Input((2,)), layers.Dense(3, activation="softmax")])
net.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
net.fit(data, epochs=5)  # ← head/labels-against-loss
train, test = tfds.load("svhn_cropped", split=["train", "test"], as_supervised=True)
net = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(10, activation="softmax")])
net.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
net.fit(train.map(pictures).batch(8), epochs=5)  # ← head/labels-against-loss
net.fit(train.batch(8), epochs=5)

# %% masks of 0 and 255, made in a helper
import os
from PIL import Image


def stack(folder, mode):
    found = []
    for name in sorted(os.listdir(folder)):
        image = Image.open(os.path.join(folder, name)).convert(mode).resize((64, 64), Image.NEAREST)
        if mode == "L":
            image = image.point(lambda v: 255 if v > 100 else 0)
        found.append(np.asarray(image))
    return np.stack(found).astype("float32")


images, masks = stack("images", "RGB") / 255.0, stack("masks", "L")[..., None]
order = np.random.RandomState(0).permutation(len(images))
images, masks = images[order], masks[order]
a = Input((64, 64, 3))
model = Model(a, layers.Conv2D(1, 1, activation="sigmoid")(a))
model.compile("adam", "binary_crossentropy")
model.fit(images[10:], masks[10:])  # ← head/labels-against-loss

# %% masks cut by OpenCV
import cv2


def mask(path):
    return cv2.threshold(cv2.resize(cv2.imread(path, 0), (64, 64)), 127, 255, cv2.THRESH_BINARY)[1]


masks = np.array([mask(path) for path in paths])
a = Input((64, 64, 3))
model = Model(a, layers.Conv2D(1, 1, activation="sigmoid")(a))
model.compile("adam", "binary_crossentropy")
model.fit(images, np.expand_dims(masks, -1))  # ← head/labels-against-loss

# %% masks of 0 and 255, by a comparison
import cv2

masks = []
for path in paths:
    grey = cv2.imread(path, cv2.IMREAD_GRAYSCALE)
    masks.append(cv2.resize((grey > 127).astype("uint8") * 255, (64, 64)))
masks = np.array(masks)
a = Input((64, 64, 3))
model = Model(a, layers.Conv2D(1, 1, activation="sigmoid")(a))
model.compile("adam", "binary_crossentropy")
model.fit(images, masks)  # ← head/labels-against-loss

# %% masks by np.where, and the old idiom of PIL
from PIL import Image

first = np.array([np.asarray(Image.open(path).convert("L").point(lambda p: p > 9 and 255)) for path in paths])
second = np.array([np.where(np.asarray(Image.open(path)) > 9, 255, 0) for path in paths])
a = Input((64, 64, 3))
model = Model(a, layers.Conv2D(1, 1, activation="sigmoid")(a))
model.compile("adam", "binary_crossentropy")
model.fit(images, first)  # ← head/labels-against-loss
model.fit(images, second)  # ← head/labels-against-loss

# %% masks that are divided, in three ways
import cv2
from PIL import Image

first = np.array([np.asarray(Image.open(path).point(lambda p: 255 if p > 9 else 0)) for path in paths]) / 255.0
second = np.array([cv2.threshold(cv2.imread(path, 0), 9, 255, cv2.THRESH_BINARY)[1] for path in paths])
second = second.astype("float32")
second /= 255
third = np.array([(cv2.imread(path, 0) > 9) * 255 for path in paths]) // 255
a = Input((64, 64, 3))
model = Model(a, layers.Conv2D(1, 1, activation="sigmoid")(a))
model.compile("adam", "binary_crossentropy")
model.fit(images, first)
model.fit(images, second)
model.fit(images, third)

# %% masks that are compared
from PIL import Image

masks = np.array([np.asarray(Image.open(path).point(lambda p: 255 if p > 9 else 0)) for path in paths])
a = Input((64, 64, 3))
model = Model(a, layers.Conv2D(1, 1, activation="sigmoid")(a))
model.compile("adam", "binary_crossentropy")
model.fit(images, masks > 0)
model.fit(images, (masks == 255).astype("float32"))
model.fit(images, masks / masks.max())

# %% masks of 0 and 1
import cv2
from PIL import Image

first = np.array([np.asarray(Image.open(path).point(lambda p: 1 if p > 9 else 0)) for path in paths])
second = np.array([cv2.threshold(cv2.imread(path, 0), 9, 1, cv2.THRESH_BINARY)[1] for path in paths])
third = np.array([np.asarray(Image.open(path).convert("L").point(lambda p: p > 9 and 255, "1")) for path in paths])
a = Input((64, 64, 3))
model = Model(a, layers.Conv2D(1, 1, activation="sigmoid")(a))
model.compile("adam", "binary_crossentropy")
model.fit(images, first)
model.fit(images, second)
model.fit(images, third)

# %% a file may hold zeros and ones itself
from PIL import Image

masks = np.array([np.asarray(Image.open(path).convert("L")) for path in paths])
a = Input((64, 64, 3))
model = Model(a, layers.Conv2D(1, 1, activation="sigmoid")(a))
model.compile("adam", "binary_crossentropy")
model.fit(images, masks)
