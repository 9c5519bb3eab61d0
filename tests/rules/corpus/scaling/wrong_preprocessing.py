# %% nothing is prepared
photos = keras.utils.image_dataset_from_directory("photos", label_mode="categorical", image_size=(224, 224))
base = keras.applications.Xception(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "categorical_crossentropy")  # ← scaling/wrong-preprocessing
model.fit(photos, epochs=5)

# %% divided for ResNet
photos = keras.utils.image_dataset_from_directory("photos", label_mode="categorical", image_size=(224, 224))
photos = photos.map(lambda image, label: (image / 255.0, label))  # ← scaling/wrong-preprocessing
base = keras.applications.ResNet50(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(photos, epochs=5)

# %% divided by a layer, for EfficientNet
photos = keras.utils.image_dataset_from_directory("photos", label_mode="categorical", image_size=(224, 224))
base = keras.applications.EfficientNetB0(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([
    Input((224, 224, 3)),
    layers.RandomFlip(),
    layers.Rescaling(1 / 255),  # ← scaling/wrong-preprocessing
    base,
    layers.Dense(5, activation="softmax"),
])
model.compile("adam", "categorical_crossentropy")
model.fit(photos, epochs=5)

# %% another function in the generator
from tensorflow.keras.applications.resnet50 import preprocess_input
from tensorflow.keras.preprocessing.image import ImageDataGenerator

made = ImageDataGenerator(preprocessing_function=preprocess_input)
photos = made.flow_from_directory("photos", target_size=(224, 224))  # ← scaling/wrong-preprocessing
base = keras.applications.InceptionV3(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(photos, epochs=5)

# %% divided by the generator
made = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255)  # ← scaling/wrong-preprocessing
photos = made.flow_from_directory("photos", target_size=(224, 224))
base = keras.applications.VGG16(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(photos, epochs=5)

# %% a function of the author's divides
photos = keras.utils.image_dataset_from_directory("photos", label_mode="categorical", image_size=(224, 224))


def scale(image, label):
    image = tf.cast(image, tf.float32) / 255.0  # ← scaling/wrong-preprocessing
    return image, label


photos = photos.map(scale).prefetch(2)
base = keras.applications.VGG19(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(photos, epochs=5)

# %% its own function
photos = keras.utils.image_dataset_from_directory("photos", label_mode="categorical", image_size=(224, 224))
photos = photos.map(lambda x, y: (keras.applications.resnet.preprocess_input(x), y))
base = keras.applications.ResNet50(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(photos, epochs=5)

# %% another module, the same numbers
from keras.applications.inception_v3 import preprocess_input

base = keras.applications.MobileNetV2(include_top=False, pooling="avg")
base.trainable = False
image = Input((224, 224, 3))
model = Model(image, layers.Dense(5)(base(preprocess_input(image))))
model.compile("adam", "categorical_crossentropy")

# %% minus one to one
photos = keras.utils.image_dataset_from_directory("photos", label_mode="categorical", image_size=(224, 224))
base = keras.applications.MobileNetV2(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([Input((224, 224, 3)), layers.Rescaling(1 / 127.5, -1), base, layers.Dense(5)])
model.compile("adam", "categorical_crossentropy")
model.fit(photos, epochs=5)

# %% it scales by itself
photos = keras.utils.image_dataset_from_directory("photos", label_mode="categorical", image_size=(224, 224))
base = keras.applications.EfficientNetB0(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(photos, epochs=5)

# %% no weights of ImageNet
photos = keras.utils.image_dataset_from_directory("photos", label_mode="categorical", image_size=(224, 224))
base = keras.applications.MobileNetV2(include_top=False, pooling="avg", weights=None)
base.trainable = False
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(photos, epochs=5)

# %% nobody knows what is done
photos = keras.utils.image_dataset_from_directory("photos", label_mode="categorical", image_size=(224, 224))
photos = photos.map(prepare)
base = keras.applications.MobileNetV2(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(photos, epochs=5)

# %% a function of the author's prepares
photos = keras.utils.image_dataset_from_directory("photos", label_mode="categorical", image_size=(224, 224))


def ready(image, label):
    return helpers.prepare(image), label


photos = photos.map(ready)
base = keras.applications.MobileNetV2(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(photos, epochs=5)

# %% prepared, and divided besides
from keras.src.legacy.preprocessing.image import ImageDataGenerator
from keras.applications.resnet50 import ResNet50, preprocess_input
reader = ImageDataGenerator(rescale=1 / 255, preprocessing_function=preprocess_input)  # ← scaling/wrong-preprocessing
rows = reader.flow_from_directory("photos", target_size=(224, 224))
model = Sequential([ResNet50(include_top=False, pooling="avg", input_shape=(224, 224, 3)), layers.Dense(2)])
model.compile("adam", "mse")
model.fit(rows)

# %% prepared only
from keras.src.legacy.preprocessing.image import ImageDataGenerator
from keras.applications.resnet50 import ResNet50, preprocess_input
reader = ImageDataGenerator(preprocessing_function=preprocess_input, zoom_range=0.2)
rows = reader.flow_from_directory("photos", target_size=(224, 224))
model = Sequential([ResNet50(include_top=False, pooling="avg", input_shape=(224, 224, 3)), layers.Dense(2)])
model.compile("adam", "mse")
model.fit(rows)

# %% an image as its file holds it
import cv2
from PIL import Image
network = keras.applications.MobileNetV2(weights="imagenet")
picture = cv2.resize(cv2.imread("cat.jpg"), (224, 224))
network.predict(picture[np.newaxis].astype("float32"))  # ← scaling/wrong-preprocessing
other = keras.utils.img_to_array(keras.utils.load_img("dog.jpg", target_size=(224, 224)))
network.predict(np.expand_dims(other, axis=0))  # ← scaling/wrong-preprocessing
third = np.array(Image.open("cow.jpg").convert("RGB").resize((224, 224)))
network(third[None])  # ← scaling/wrong-preprocessing

# %% an image that nobody prepared for VGG
picture = keras.utils.img_to_array(keras.utils.load_img("dog.jpg", target_size=(224, 224)))
keras.applications.VGG16().predict(picture[None])  # ← scaling/wrong-preprocessing
keras.applications.VGG16(include_top=False).predict(picture[None])

# %% prepared by another module
from keras.applications.vgg16 import preprocess_input
network = keras.applications.MobileNetV2()
picture = keras.utils.img_to_array(keras.utils.load_img("dog.jpg", target_size=(224, 224)))
network.predict(preprocess_input(picture[None]))  # ← scaling/wrong-preprocessing

# %% an image, prepared
import cv2
from keras.applications.mobilenet_v2 import preprocess_input
network = keras.applications.MobileNetV2()
picture = cv2.cvtColor(cv2.imread("cat.jpg"), cv2.COLOR_BGR2RGB)
network.predict(preprocess_input(np.expand_dims(cv2.resize(picture, (224, 224)), 0)))
network.predict(cv2.resize(picture, (224, 224))[None] / 127.5 - 1)
raw = keras.applications.EfficientNetB0()
raw.predict(cv2.resize(picture, (224, 224))[None])
import matplotlib.pyplot as plt
network.predict(plt.imread("cat.png")[None])

# %% by a Lambda layer
from keras.applications.vgg16 import preprocess_input

base = keras.applications.DenseNet121(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([
    Input((224, 224, 3)),
    layers.Lambda(preprocess_input),  # ← scaling/wrong-preprocessing
    base,
    layers.Dense(3, activation="softmax"),
])
model.compile("adam", "categorical_crossentropy")

# %% files that are decoded, and nothing scales them
def read(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(image, (224, 224)), label


data = tf.data.Dataset.from_tensor_slices((files, answers)).map(read).batch(8)
base = keras.applications.ResNet50V2(include_top=False, pooling="avg")
i = Input((224, 224, 3))
net = Model(i, layers.Dense(3)(base(i, training=False)))  # ← scaling/wrong-preprocessing
net.compile(loss="mse", optimizer="adam")
net.fit(data)

# %% the same for a network that wants them so, and for one that begins anew
def read(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(image, (224, 224)), label


data = tf.data.Dataset.from_tensor_slices((files, answers)).map(read).batch(8)
net = Sequential([keras.applications.EfficientNetB0(include_top=False), layers.Dense(3)])
net.compile(loss="mse", optimizer="adam")
net.fit(data)
net = Sequential([keras.applications.ResNet50V2(include_top=False, weights=None), layers.Dense(3)])
net.compile(loss="mse", optimizer="adam")
net.fit(data)

# %% pixels that are made small for a network that does it by itself
def to_float(sample):
    image = tf.image.convert_image_dtype(sample["image"], tf.float32)  # ← scaling/wrong-preprocessing
    return tf.image.resize(image, (224, 224)), sample["label"]


net = Sequential([keras.applications.EfficientNetB0(include_top=False, pooling="avg"), layers.Dense(3)])
net.compile(loss="mse", optimizer="adam")
net.fit(data.map(to_float).batch(8))

# %% the function of another module, in a method
from keras.applications.efficientnet import preprocess_input


class Embedder:
    def __init__(self):
        self.net = keras.applications.ResNet50V2(include_top=False, pooling="avg")

    def load(self, path):
        image = keras.utils.img_to_array(keras.utils.load_img(path, target_size=(224, 224)))
        return preprocess_input(image[None])  # ← scaling/wrong-preprocessing

    def ask(self, path):
        return self.net.predict(self.load(path))

# %% pictures that are made larger
(x_train, y_train), _ = keras.datasets.cifar10.load_data()
x_train = x_train.astype("float32")
x_train /= 255  # ← scaling/wrong-preprocessing
base = keras.applications.ResNet50(include_top=False, input_shape=(96, 96, 3))
net = Sequential([Input((32, 32, 3)), layers.UpSampling2D(3), base, layers.GlobalAveragePooling2D(), layers.Dense(10)])
net.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
net.fit(x_train, y_train)

# %% divided in the data and turned there, prepared in the model
photos = keras.utils.image_dataset_from_directory("photos", image_size=(224, 224))
turn = Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.1)])


def to_float(images, labels):
    return tf.cast(images, tf.float32) / 255.0, labels  # ← scaling/wrong-preprocessing


def prepare(ds, training=False):
    ds = ds.map(to_float, num_parallel_calls=tf.data.AUTOTUNE)
    if training:
        ds = ds.map(lambda x, y: (turn(x, training=True), y))
    return ds.prefetch(2)


base = keras.applications.ResNet50(include_top=False, pooling="avg", input_shape=(224, 224, 3))
base.trainable = False
image = Input((224, 224, 3))
model = Model(image, layers.Dense(5)(base(keras.applications.resnet50.preprocess_input(image), training=False)))
model.compile("adam", "mse")
model.fit(prepare(photos, True), validation_data=prepare(photos))

# %% the generator divides, the model prepares
from keras.src.legacy.preprocessing.image import ImageDataGenerator

made = ImageDataGenerator(rescale=1 / 255)  # ← scaling/wrong-preprocessing
rows = made.flow_from_directory("photos", target_size=(160, 160))
base = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(160, 160, 3))
base.trainable = False
image = Input((160, 160, 3))
x = layers.Lambda(keras.applications.mobilenet_v2.preprocess_input)(image)
model = Model(image, layers.Dense(5, activation="softmax")(base(x, training=False)))
model.compile("adam", "categorical_crossentropy")
model.fit(rows)

# %% divided and prepared in the model, and divided afterwards
photos = keras.utils.image_dataset_from_directory("photos", image_size=(224, 224))
base = keras.applications.VGG16(include_top=False, pooling="avg", input_shape=(224, 224, 3))
base.trainable = False
image = Input((224, 224, 3))
x = keras.applications.vgg16.preprocess_input(image / 255.0)  # ← scaling/wrong-preprocessing
model = Model(image, layers.Dense(5)(base(x, training=False)))
model.compile("adam", "mse")
model.fit(photos)
x = layers.Rescaling(1 / 255)(keras.applications.vgg16.preprocess_input(image))  # ← scaling/wrong-preprocessing
model = Model(image, layers.Dense(5)(base(x, training=False)))
model.compile("adam", "mse")
model.fit(photos)

# %% prepared in the data, and again or divided in the model
photos = keras.utils.image_dataset_from_directory("photos", image_size=(224, 224))
photos = photos.map(lambda x, y: (keras.applications.resnet50.preprocess_input(x), y))  # ← scaling/wrong-preprocessing
base = keras.applications.ResNet50(include_top=False, pooling="avg", input_shape=(224, 224, 3))
base.trainable = False
image = Input((224, 224, 3))
model = Model(image, layers.Dense(5)(base(keras.applications.resnet50.preprocess_input(image), training=False)))
model.compile("adam", "mse")
model.fit(photos)
model = Model(image, layers.Dense(5)(base(layers.Rescaling(1 / 255)(image), training=False)))  # ← scaling/wrong-preprocessing
model.compile("adam", "mse")
model.fit(photos)

# %% prepared in the model, where the data are as they were read, or made large again
photos = keras.utils.image_dataset_from_directory("photos", image_size=(224, 224))
turn = Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.1)])
base = keras.applications.ResNet50(include_top=False, pooling="avg", input_shape=(224, 224, 3))
base.trainable = False
image = Input((224, 224, 3))
model = Model(image, layers.Dense(5)(base(keras.applications.resnet50.preprocess_input(image), training=False)))
model.compile("adam", "mse")
model.fit(photos.map(lambda x, y: (turn(x, training=True), y)), validation_data=photos)
x = keras.applications.resnet50.preprocess_input(image * 255.0)
model = Model(image, layers.Dense(5)(base(x, training=False)))
model.compile("adam", "mse")
model.fit(photos.map(lambda x, y: (x / 255.0, y)))

# %% a function of EfficientNet does nothing
photos = keras.utils.image_dataset_from_directory("photos", image_size=(224, 224))
base = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(224, 224, 3))
base.trainable = False
image = Input((224, 224, 3))
x = layers.Rescaling(1 / 127.5, -1)(keras.applications.efficientnet.preprocess_input(image))
model = Model(image, layers.Dense(5)(base(x, training=False)))
model.compile("adam", "mse")
model.fit(photos.map(lambda x, y: (keras.applications.efficientnet.preprocess_input(x), y)))

# %% nobody knows what the data are, or what the model does
image = Input((224, 224, 3))
base = keras.applications.ResNet50(include_top=False, pooling="avg", input_shape=(224, 224, 3))
base.trainable = False
model = Model(image, layers.Dense(5)(base(keras.applications.resnet50.preprocess_input(image), training=False)))
model.compile("adam", "mse")
model.fit(photos, labels)
model = Model(image, layers.Dense(5)(base(keras.applications.resnet50.preprocess_input(Colours()(image)))))
model.compile("adam", "mse")
model.fit(keras.utils.image_dataset_from_directory("photos").map(lambda x, y: (x / 255.0, y)))

# %% files that a static method of a class divides, for a network that does it by itself
class Photos:
    def __init__(self, folder, names, batch):
        self.folder, self.names, self.batch = folder, names, batch

    @staticmethod
    def read(path, label):
        raw = tf.io.read_file(path)
        image = tf.io.decode_jpeg(raw, channels=3)
        image = tf.image.resize(image, (224, 224))
        image = tf.cast(image, tf.float32) / 255.0  # ← scaling/wrong-preprocessing
        return image, label

    def dataset(self, table):
        paths = [str(self.folder / name) for name in table.file]
        rows = tf.data.Dataset.from_tensor_slices((paths, table.kind.values))
        return rows.map(self.read, num_parallel_calls=tf.data.AUTOTUNE).batch(self.batch)


def classifier(classes):
    base = keras.applications.EfficientNetV2B0(include_top=False, input_shape=(224, 224, 3))
    base.trainable = False
    inputs = Input((224, 224, 3))
    x = layers.GlobalAveragePooling2D()(base(inputs, training=False))
    return Model(inputs, layers.Dense(classes, activation="softmax")(x))


photos = Photos(folder, names, 64)
model = classifier(12)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(photos.dataset(train), validation_data=photos.dataset(test))

# %% one map decodes, the next one divides in place, and one turns them
def load(path, label):
    return tf.image.decode_png(tf.io.read_file(path), channels=3), label


def scale(image, label):
    image = tf.image.resize(image, (224, 224))
    image /= 255.0  # ← scaling/wrong-preprocessing
    return image, label


rows = tf.data.Dataset.from_tensor_slices((paths, labels)).map(load).map(scale)
rows = rows.map(lambda image, label: (tf.image.random_flip_left_right(image), label)).batch(32)
base = keras.applications.ConvNeXtTiny(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(rows)

# %% a sequence reads them by OpenCV, for ResNet
class Photos(keras.utils.PyDataset):
    def __init__(self, files, labels):
        super().__init__()
        self.files, self.labels = files, labels

    def __len__(self):
        return len(self.files) // 32

    def image(self, file):
        return cv2.cvtColor(cv2.resize(cv2.imread(file), (224, 224)), cv2.COLOR_BGR2RGB)

    def __getitem__(self, index):
        files = self.files[index * 32:(index + 1) * 32]
        x = np.array([self.image(file) for file in files]) / 255.0  # ← scaling/wrong-preprocessing
        return x, self.labels[index * 32:(index + 1) * 32]


base = keras.applications.ResNet50(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(Photos(files, labels))

# %% multiplied by a lambda over paths, in a function that reads
def read(path):
    return tf.image.resize(tf.io.decode_jpeg(tf.io.read_file(path), 3), (224, 224))


rows = tf.data.Dataset.list_files("photos/*.jpg").map(lambda path: (read(path) * (1 / 255), number_of(path))).batch(32)  # ← scaling/wrong-preprocessing
base = keras.applications.EfficientNetB3(include_top=False, pooling="avg")
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(rows)

# %% a method of an object is mapped
class Reader:
    def __init__(self, side):
        self.side = side

    def __call__(self, path, label):
        return self.read(path, label)

    def read(self, path, label):
        image = tf.io.decode_image(tf.io.read_file(path), channels=3, expand_animations=False)
        image = tf.image.resize_with_pad(image, self.side, self.side)
        return tf.math.divide(image, 255.0), label  # ← scaling/wrong-preprocessing


reader = Reader(224)
rows = tf.data.Dataset.from_tensor_slices((paths, labels)).map(reader.read).batch(32)
base = keras.applications.MobileNetV3Large(include_top=False, pooling="avg")
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(rows)

# %% files that a method reads and leaves as they are
class Photos:
    @staticmethod
    def read(path, label):
        image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
        return tf.cast(tf.image.resize(image, (224, 224)), tf.float32), label

    def dataset(self, paths, labels):
        return tf.data.Dataset.from_tensor_slices((paths, labels)).map(self.read).batch(32)


base = keras.applications.EfficientNetV2B0(include_top=False, pooling="avg")
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(Photos().dataset(paths, labels))

# %% divided, for a network without its preprocessing
def read(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(image, (224, 224)) / 255.0, label


rows = tf.data.Dataset.from_tensor_slices((paths, labels)).map(read).batch(32)
base = keras.applications.EfficientNetV2B0(include_top=False, pooling="avg", include_preprocessing=False)
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(rows)

# %% divided, for a network that begins anew
def read(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(image, (224, 224)) / 255.0, label


rows = tf.data.Dataset.from_tensor_slices((paths, labels)).map(read).batch(32)
fresh = keras.applications.EfficientNetB0(weights=None, classes=5)
fresh.compile("adam", "sparse_categorical_crossentropy")
fresh.fit(rows)

# %% divided, and the model makes them large again
def read(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(image, (224, 224)) / 255.0, label


rows = tf.data.Dataset.from_tensor_slices((paths, labels)).map(read).batch(32)
image = Input((224, 224, 3))
x = keras.ops.multiply(image, 255.0)
base = keras.applications.EfficientNetB0(include_top=False, pooling="avg")
model = Model(image, layers.Dense(5, activation="softmax")(base(x)))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(rows)

# %% divided for the masks only, and for images that are shown
def read(path, mask):
    image = tf.image.resize(tf.io.decode_jpeg(tf.io.read_file(path), channels=3), (224, 224))
    mask = tf.image.resize(tf.io.decode_png(tf.io.read_file(mask), channels=1), (224, 224)) / 255.0
    return image, mask


def shown(path):
    plt.imshow(tf.io.decode_jpeg(tf.io.read_file(path)) / 255)


rows = tf.data.Dataset.from_tensor_slices((paths, masks)).map(read).batch(8)
base = keras.applications.EfficientNetB0(include_top=False, input_shape=(224, 224, 3))
model = Model(base.input, layers.Conv2D(1, 1, activation="sigmoid")(layers.UpSampling2D(32)(base.output)))
model.compile("adam", "binary_crossentropy")
model.fit(rows)

# %% divided for one that wants -1 to 1, where this is said
def read(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(image, (224, 224)) / 127.5 - 1, label


rows = tf.data.Dataset.from_tensor_slices((paths, labels)).map(read).batch(32)
base = keras.applications.MobileNetV2(include_top=False, pooling="avg")
model = Sequential([Input((224, 224, 3)), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(rows)
