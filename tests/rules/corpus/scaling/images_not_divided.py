# %% digits
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([layers.Flatten(input_shape=(28, 28)), layers.Dense(64, activation="relu"), layers.Dense(10)])
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")
model.fit(x_train, y_train, epochs=5)  # ← scaling/images-not-divided

# %% reshaped and cast, old spelling
from keras.datasets import cifar10

(x_train, y_train), (x_test, y_test) = cifar10.load_data()
x_train = x_train.reshape(50000, 3072).astype("float32")
model = Sequential()
model.add(layers.Dense(512, activation="relu", input_dim=3072))
model.add(layers.Dropout(0.5))
model.add(layers.Dense(10, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="sgd")
model.fit(x_train, keras.utils.to_categorical(y_train), nb_epoch=5)  # ← scaling/images-not-divided

# %% from files
train = keras.utils.image_dataset_from_directory("flowers", image_size=(64, 64))
a = Input((64, 64, 3))
b = layers.GlobalAveragePooling2D()(layers.Conv2D(32, 3, activation="relu")(layers.RandomFlip()(a)))
model = Model(a, layers.Dense(5, activation="softmax")(b))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=10)  # ← scaling/images-not-divided

# %% a generator without rescale
from keras.preprocessing.image import ImageDataGenerator

train = ImageDataGenerator(rotation_range=20, horizontal_flip=True).flow_from_directory("cats")
model = Sequential([Input((64, 64, 3)), layers.Conv2D(8, 3, activation="relu"), layers.Flatten(), layers.Dense(1)])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit_generator(train, 100)  # ← scaling/images-not-divided

# %% divided in place
(x_train, y_train), _ = keras.datasets.mnist.load_data()
x_train = x_train.astype("float32")
x_train /= 255
model = Sequential([layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
model.fit(x_train, y_train)

# %% divided in the model
(x_train, y_train), _ = keras.datasets.cifar10.load_data()
model = Sequential([Input((32, 32, 3)), layers.Rescaling(1 / 127.5, offset=-1), layers.Conv2D(8, 3)])
model.add(layers.Flatten())
model.add(layers.Dense(10, activation="softmax"))
model.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
model.fit(x_train, y_train)

# %% batch norm first
(x_train, y_train), _ = keras.datasets.mnist.load_data()
model = Sequential([layers.Flatten(), layers.BatchNormalization(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
model.fit(x_train, y_train)

# %% batch norm behind the first layer
(x_train, y_train), _ = keras.datasets.cifar10.load_data()
model = Sequential([Input((32, 32, 3)), layers.Conv2D(8, 3), layers.BatchNormalization(), layers.Activation("relu")])
model.add(layers.Flatten())
model.add(layers.Dense(10, activation="softmax"))
model.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
model.fit(x_train, y_train)

# %% mapped
train = keras.utils.image_dataset_from_directory("flowers").map(lambda x, y: (x / 255, y))
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(train)

# %% a generator with rescale, or one that centres
from keras.preprocessing.image import ImageDataGenerator

model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(ImageDataGenerator(rescale=1.0 / 255).flow_from_directory("cats"))
model.fit(ImageDataGenerator(samplewise_center=True, samplewise_std_normalization=True).flow_from_directory("cats"))
model.fit(ImageDataGenerator(preprocessing_function=own).flow_from_directory("cats"))

# %% the author's own function
(x_train, y_train), _ = keras.datasets.mnist.load_data()
x_train = prepare(x_train)
model = Sequential([layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
model.fit(x_train, y_train)

# %% a pretrained network
train = keras.utils.image_dataset_from_directory("flowers")
base = keras.applications.EfficientNetB0(include_top=False, pooling="avg")
model = Sequential([base, layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(train)

# %% standardised by hand
(x_train, y_train), _ = keras.datasets.cifar10.load_data()
x_train = (x_train - x_train.mean()) / x_train.std()
model = Sequential([layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="sgd")
model.fit(x_train, y_train)
