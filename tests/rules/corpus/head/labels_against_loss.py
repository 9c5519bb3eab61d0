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
