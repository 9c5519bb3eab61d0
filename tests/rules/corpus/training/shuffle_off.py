# %% a directory, as a generator
from keras.preprocessing.image import ImageDataGenerator

train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", shuffle=False, class_mode="binary")
model = Sequential([Input((150, 150, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit_generator(train, steps_per_epoch=100)  # ← training/shuffle-off

# %% a directory, as a data set
train = tf.keras.utils.image_dataset_from_directory("train", shuffle=False, image_size=(64, 64))
train = train.prefetch(2)
model = Sequential([layers.Rescaling(1 / 255), layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(train, epochs=5)  # ← training/shuffle-off

# %% irises
from sklearn.datasets import load_iris

iris = load_iris()
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(iris.data, iris.target, shuffle=False, epochs=50)  # ← training/shuffle-off

# %% validation keeps its order
train = keras.utils.image_dataset_from_directory("train")
test = keras.utils.image_dataset_from_directory("test", shuffle=False)
model = Sequential([layers.Rescaling(1 / 255), layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(train, validation_data=test)

# %% features to predict from keep their order
from keras.preprocessing.image import ImageDataGenerator

base = keras.applications.VGG16(include_top=False)
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", class_mode=None, shuffle=False)
features = base.predict_generator(train, 100)
model = Sequential([Input((512,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(features, labels)

# %% shuffled later
train = keras.utils.image_dataset_from_directory("train", shuffle=False).unbatch().shuffle(1000).batch(32)
model = Sequential([layers.Rescaling(1 / 255), layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(train)

# %% an autoencoder knows no classes
from keras.preprocessing.image import ImageDataGenerator

train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("train", class_mode="input", shuffle=False)
model = Sequential([Input((28, 28, 3)), layers.Conv2D(3, 3, padding="same", activation="sigmoid")])
model.compile(loss="mse", optimizer="adam")
model.fit(train)

# %% split at random first
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split

x, y = load_iris(return_X_y=True)
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, shuffle=False)
