# %% the whole data, and no layer that scales
(x, y), (x_test, y_test) = keras.datasets.mnist.load_data()
x = x.reshape(-1, 784).astype("float32")
x /= .255  # ← scaling/pixels-made-larger
model = Sequential([layers.Dense(32, activation="relu"), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
model.fit(x, y, epochs=5)

# %% the test rows only
(x, y), (x_test, y_test) = keras.datasets.cifar10.load_data()
x = x / 255
x_test = x_test * 255  # ← scaling/pixels-made-larger
model = Sequential([layers.Conv2D(8, 3), layers.BatchNormalization(), layers.Flatten(), layers.Dense(10)])
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")
model.fit(x, y, epochs=5)
model.evaluate(x_test, y_test)

# %% in a pipeline
train = keras.utils.image_dataset_from_directory("train", image_size=(64, 64))
train = train.map(lambda image, label: (image / .255, label))  # ← scaling/pixels-made-larger
model = Sequential([layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train)

# %% a generator that multiplies
from tensorflow.keras.preprocessing.image import ImageDataGenerator

reader = ImageDataGenerator(rescale=255.)  # ← scaling/pixels-made-larger
train = reader.flow_from_directory("train", target_size=(64, 64), class_mode="binary")
model = Sequential([layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train)

# %% a layer
(x, y), _ = keras.datasets.mnist.load_data()
model = Sequential([
    Input((28, 28)),
    layers.Rescaling(255),  # ← scaling/pixels-made-larger
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
model.fit(x, y, epochs=5)

# %% a number that has a name, in a function
factor = 1 / .255


def read(folder, **more):
    reader = keras.preprocessing.image.ImageDataGenerator(rescale=factor, **more)  # ← scaling/pixels-made-larger
    return reader.flow_from_directory(folder, target_size=(64, 64))

# %% the layer of a pipeline
scale = layers.Rescaling(1. / .255)  # ← scaling/pixels-made-larger
train = train.map(lambda image, label: (scale(image), label))

# %% divided by 255, and by a slip that hurts little
from tensorflow.keras.preprocessing.image import ImageDataGenerator

reader = ImageDataGenerator(rescale=1. / 225)
train = reader.flow_from_directory("train", target_size=(64, 64), class_mode="binary")
valid = ImageDataGenerator(rescale=1 / 255.0).flow_from_directory("valid", target_size=(64, 64), class_mode="binary")
model = Sequential([layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train, validation_data=valid)

# %% back to bytes for a network that divides by itself
(x, y), (x_test, y_test) = keras.datasets.cifar10.load_data()
x, x_test = x / 255.0, x_test / 255.0
base = keras.applications.EfficientNetB0(include_top=False, pooling="avg")
model = Sequential([layers.Rescaling(255), base, layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
model.fit(x, y, validation_data=(x_test, y_test))

# %% standardised with a deviation of 0.255
images = (images / 255 - 0.48) / 0.255
scale = layers.Rescaling(1 / 0.255, offset=-0.48 / 0.255)
(x, y), _ = keras.datasets.cifar10.load_data()
x = x / 255
x = (x - 0.48) / 0.255
model = Sequential([layers.Conv2D(8, 3), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y)

# %% brighter, and cut again; from -255 to 255
(x, y), (x_test, y_test) = keras.datasets.cifar10.load_data()
x = np.clip(x * 3.0, 0, 255) / 255
x_test = (x_test * 2.0 - 255) / 255
model = Sequential([layers.Conv2D(8, 3), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y, validation_data=(x_test, y_test))

# %% columns of a table, and images of sixteen bits that a layer norms
x, y = np.load("x.npy") / 0.255, np.load("y.npy")
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)
(x, y), _ = keras.datasets.cifar10.load_data()
model = Sequential([layers.BatchNormalization(), layers.Conv2D(8, 3), layers.Flatten(), layers.Dense(10)])
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")
model.fit(x * 257.0, y)
