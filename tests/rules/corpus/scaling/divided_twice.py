# %% in the data and in the model
(x_train, y_train), _ = keras.datasets.mnist.load_data()
x_train = x_train.astype("float32") / 255.0
model = Sequential([
    Input((28, 28)),
    layers.Rescaling(1.0 / 255),  # ← scaling/divided-twice
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train)

# %% a cell that ran twice
(x_train, y_train), _ = keras.datasets.mnist.load_data()
x_train = x_train / 255
x_train = x_train.reshape(-1, 784)
x_train = x_train / 255
model = Sequential()
model.add(layers.Dense(10, activation="softmax", input_dim=784))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train)  # ← scaling/divided-twice

# %% a generator over divided arrays
from keras.preprocessing.image import ImageDataGenerator

(x_train, y_train), _ = keras.datasets.cifar10.load_data()
x_train = x_train / 255
images = ImageDataGenerator(rescale=1 / 255, horizontal_flip=True)
model = Sequential([Input((32, 32, 3)), layers.Conv2D(8, 3), layers.Flatten(), layers.Dense(10)])
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")
model.fit(images.flow(x_train, y_train))  # ← scaling/divided-twice

# %% a network that divides by itself
from keras.preprocessing.image import ImageDataGenerator

train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("flowers", target_size=(224, 224))
base = keras.applications.EfficientNetB0(include_top=False, pooling="avg")  # ← scaling/divided-twice
model = Sequential([base, layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(train)

# %% converted, and then divided
image = tf.image.decode_jpeg(tf.io.read_file("a.jpg"), channels=3)
image = tf.image.convert_image_dtype(image, tf.float32)
image = tf.image.resize(image, [64, 64])
image = tf.cast(image / 255.0, tf.float32)  # ← scaling/divided-twice

# %% in a function, at once
def read(path):
    image = tf.io.decode_png(tf.io.read_file(path))
    return tf.image.convert_image_dtype(image, dtype=tf.float32) / 255  # ← scaling/divided-twice

# %% divided in place
image = tf.image.convert_image_dtype(tf.image.decode_jpeg(raw), tf.float32)
image /= 255.0  # ← scaling/divided-twice

# %% one way or the other
image = tf.image.decode_jpeg(tf.io.read_file("a.jpg"), channels=3)
if modern:
    image = tf.image.convert_image_dtype(image, tf.float32)
else:
    image = tf.cast(image, tf.float32) / 255.0

# %% numbers that are no bytes any more: converting leaves them as they are
image = tf.image.decode_jpeg(tf.io.read_file("a.jpg"), channels=3)
image = tf.image.resize(image, [64, 64])
image = tf.image.convert_image_dtype(image, tf.float32)
image = image / 255.0

# %% converted only
image = tf.image.decode_jpeg(tf.io.read_file("a.jpg"), channels=3)
image = tf.image.convert_image_dtype(image, tf.float32)
other = tf.image.decode_jpeg(tf.io.read_file("b.jpg"), channels=3)
other = tf.cast(other, tf.float32) / 255.0

# %% back to bytes before
image = tf.image.convert_image_dtype(tf.image.decode_jpeg(raw), tf.float32)
image = tf.image.convert_image_dtype(image, tf.uint8)
image = tf.cast(image, tf.float32) / 255.0

# %% once
(x_train, y_train), _ = keras.datasets.mnist.load_data()
model = Sequential([layers.Rescaling(1 / 255), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train)

# %% a network that does not
from keras.preprocessing.image import ImageDataGenerator

train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("flowers", target_size=(224, 224))
base = keras.applications.VGG16(include_top=False, pooling="avg")
model = Sequential([base, layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(train)

# %% told not to
train = keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255).flow_from_directory("flowers")
base = keras.applications.MobileNetV3Small(include_top=False, pooling="avg", include_preprocessing=False)
model = Sequential([base, layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(train)

# %% divided, then standardised
(x_train, y_train), _ = keras.datasets.mnist.load_data()
x_train = x_train / 255
x_train = (x_train - 0.1307) / 0.3081
model = Sequential([layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train)

# %% back to bytes for a network that divides by itself
(x_train, y_train), _ = keras.datasets.cifar10.load_data()
x_train = x_train / 255
base = keras.applications.EfficientNetB0(include_top=False, pooling="avg")
model = Sequential([layers.Rescaling(255), base, layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train)

# %% around one
(x_train, y_train), _ = keras.datasets.cifar10.load_data()
x_train = x_train / 127.5 - 1
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train)

# %% in a map that turns the images as well, and by arithmetic in the model
turn = Sequential([layers.RandomFlip("horizontal"), layers.RandomZoom(0.1)])
photos = keras.utils.image_dataset_from_directory("photos", image_size=(64, 64))
photos = photos.map(lambda x, y: (turn(x / 255.0, training=True), y))
image = Input((64, 64, 3))
h = layers.Conv2D(8, 3, activation="relu")(image / 255.0)  # ← scaling/divided-twice
model = Model(image, layers.Dense(3)(layers.Flatten()(h)))
model.compile("adam", "mse")
model.fit(photos)

# %% in a map that turns the images as well, once
turn = Sequential([layers.RandomFlip("horizontal"), layers.Rescaling(1 / 255)])
photos = keras.utils.image_dataset_from_directory("photos", image_size=(64, 64))
photos = photos.map(lambda x, y: (turn(tf.image.random_flip_up_down(x), training=True), y))
image = Input((64, 64, 3))
h = layers.Conv2D(8, 3, activation="relu")(image * 2.0 - 1.0)
model = Model(image, layers.Dense(3)(layers.Flatten()(h)))
model.compile("adam", "mse")
model.fit(photos)
