# %% the same arrays
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, epochs=20, validation_data=(x_train, y_train))  # ← training/validated-on-training-data

# %% the same digits
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential()
model.add(layers.Flatten(input_shape=(28, 28)))
model.add(layers.Dense(10, activation="softmax"))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train, validation_data=(x_train / 255, y_train))  # ← training/validated-on-training-data

# %% a slice of what is trained on
(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
x_train = x_train.astype("float32") / 255
x_valid, y_valid = x_train[:5000], y_train[:5000]
a = Input((32, 32, 3))
model = Model(a, layers.Dense(10, activation="softmax")(layers.Flatten()(a)))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=20, validation_data=(x_valid, y_valid))  # ← training/validated-on-training-data

# %% the same generator
train = keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255).flow_from_directory("train")
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(2, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit_generator(train, validation_data=train)  # ← training/validated-on-training-data

# %% the test set
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train, validation_data=(x_test / 255, y_test))

# %% two slices
(x_train, y_train), (x_test, y_test) = keras.datasets.imdb.load_data(num_words=10000)
x_train = vectorize(x_train)
x_val, rest = x_train[:10000], x_train[10000:]
y_val, y_rest = y_train[:10000], y_train[10000:]
model = Sequential([layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="rmsprop")
model.fit(rest, y_rest, validation_data=(x_val, y_val))

# %% two files look the same
x_train, x_valid = np.load("train.npy"), np.load("valid.npy")
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_valid, y_valid))

# %% two subsets of a directory
images = keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255, validation_split=0.2)
train = images.flow_from_directory("f", subset="training")
valid = images.flow_from_directory("f", subset="validation")
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(2, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(train, validation_data=valid)

# %% there are no other rows
x, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
model = Sequential([Input((2,)), layers.Dense(8, activation="tanh"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=1000, validation_data=(x, y))

# %% a generator that makes up new rows all the time
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(rows, validation_data=rows, steps_per_epoch=100, validation_steps=10)

# %% inputs as targets
(x_train, _), (x_test, _) = keras.datasets.mnist.load_data()
x_train, x_test = x_train.reshape(-1, 784) / 255, x_test.reshape(-1, 784) / 255
model = Sequential([Input((784,)), layers.Dense(32, activation="relu"), layers.Dense(784, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, x_train, validation_data=(x_test, x_test))

# %% tested on what was trained on
x, y = np.load("x.npy"), np.load("y.npy")
x_a, x_b, y_a, y_b = train_test_split(x, y)
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20)  # ← training/validated-on-training-data
print(model.evaluate(x_b, y_b))

# %% a slice of an array
x, y = np.load("x.npy"), np.load("y.npy")
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, validation_data=(x[:100], y[:100]))  # ← training/validated-on-training-data

# %% trained on all rows at the end
x, y = np.load("x.npy"), np.load("y.npy")
x_a, x_b, y_a, y_b = train_test_split(x, y)
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_a, y_a, epochs=20)
print(model.evaluate(x_b, y_b))
model.fit(x, y, epochs=20)

# %% two generators, one table
from keras.preprocessing.image import ImageDataGenerator
from sklearn.model_selection import train_test_split

train_df, val_df = train_test_split(table, test_size=0.2)
changed, plain = ImageDataGenerator(rescale=1 / 255, zoom_range=0.2), ImageDataGenerator(rescale=1 / 255)
train = changed.flow_from_dataframe(dataframe=train_df, directory="d", x_col="file", y_col="label", batch_size=32)
valid = plain.flow_from_dataframe(dataframe=train_df, directory="d", x_col="file", y_col="label", batch_size=32)  # ← training/validated-on-training-data
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(2, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit_generator(train, epochs=5, validation_data=valid)

# %% the same arrays, through a generator and through tf.data
datagen = keras.preprocessing.image.ImageDataGenerator(horizontal_flip=True)
train = datagen.flow(x_train, y_train, batch_size=32)
model.fit(train, validation_data=keras.preprocessing.image.ImageDataGenerator().flow(x_train, y_train))  # ← training/validated-on-training-data
train_ds = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(1000).batch(32)
val_ds = tf.data.Dataset.from_tensor_slices((x_train, y_train)).batch(32)  # ← training/validated-on-training-data
val_ds = val_ds.map(scale).prefetch(1)
model.fit(train_ds, validation_data=val_ds)

# %% the same folder, and a class of the author's
class Rows(keras.utils.Sequence):
    def __init__(self, files, size, augment=False):
        self.files, self.size, self.augment = files, size, augment


train, valid = Rows(train_files, 32, augment=True), Rows(train_files, 32)  # ← training/validated-on-training-data
model.fit(train, validation_data=valid)
folder = "photos/train"
train_ds = keras.utils.image_dataset_from_directory(folder, image_size=(64, 64))
test_ds = keras.utils.image_dataset_from_directory(folder, image_size=(64, 64), shuffle=False)  # ← training/validated-on-training-data
model.fit(train_ds, epochs=3)
print(model.evaluate(test_ds))

# %% two tables, two folders, two halves
images = keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255, validation_split=0.2)
train = images.flow_from_dataframe(train_df, "d", x_col="file", y_col="label")
valid = images.flow_from_dataframe(val_df, "d", x_col="file", y_col="label")
model.fit(train, validation_data=valid)
train = images.flow_from_directory("f", subset="training")
valid = images.flow_from_directory("f", subset="validation")
model.fit(train, validation_data=valid)
train_ds = keras.utils.image_dataset_from_directory("f", validation_split=0.2, subset="training", seed=1)
val_ds = keras.utils.image_dataset_from_directory("f", validation_split=0.2, subset="validation", seed=1)
model.fit(train_ds, validation_data=val_ds)
whole = tf.data.Dataset.from_tensor_slices((x, y))
train_ds, val_ds = whole.skip(100).batch(32), whole.take(100).batch(32)
model.fit(train_ds, validation_data=val_ds)

# %% the variable holds other rows by then
rows = load("train.npy")
train_ds = tf.data.Dataset.from_tensor_slices(rows).batch(32)
rows = load("valid.npy")
val_ds = tf.data.Dataset.from_tensor_slices(rows).batch(32)
model.fit(train_ds, validation_data=val_ds)

# %% an argument chooses the rows
def batches(data_train, low, high):
    return tf.data.Dataset.from_tensor_slices(data_train[low:high]).batch(32)


class Half(keras.utils.Sequence):
    def __init__(self, train_dir, mode):
        self.train_dir, self.mode = train_dir, mode


model.fit(batches(x_train, 0, 800), validation_data=batches(x_train, 800, 1000))
model.fit(Half(train_dir, "train"), validation_data=Half(train_dir, "valid"))
both = keras.utils.image_dataset_from_directory("f", validation_split=0.2, subset="both", seed=1)
first, second = both
model.fit(first, validation_data=second)

# %% rows that are made up, and a look at the training rows
def draw(count):
    return tf.data.Dataset.from_tensor_slices(np.random.rand(count, 3)).batch(32)


model.fit(draw(1000), validation_data=draw(1000))
train_ds = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(1000).batch(32)
train_in_order = tf.data.Dataset.from_tensor_slices((x_train, y_train)).batch(32)
model.fit(train_ds, validation_data=(x_val, y_val))
print(model.evaluate(train_in_order))

# %% in a function, by its arguments
def train(net, x_train, y_train, x_val, y_val):
    first = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(100).batch(32)
    second = tf.data.Dataset.from_tensor_slices((x_train, y_train)).batch(32)  # ← training/validated-on-training-data
    net.fit(first, validation_data=second)


def train_well(net, x_train, y_train, x_val, y_val):
    first = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(100).batch(32)
    second = tf.data.Dataset.from_tensor_slices((x_val, y_val)).batch(32)
    net.fit(first, validation_data=second)

# %% in a function, of a table that was split before
from sklearn.model_selection import train_test_split

train_part, val_part = train_test_split(table, test_size=0.2)
images = keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255)


def train(net):
    first = images.flow_from_dataframe(train_part, "d", x_col="file", y_col="label")
    second = images.flow_from_dataframe(train_part, "d", x_col="file", y_col="label", shuffle=False)  # ← training/validated-on-training-data
    net.fit(first, validation_data=second)
