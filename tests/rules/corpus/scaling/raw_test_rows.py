# %% standardised, and not
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
table = pd.read_csv("a.csv").values
x_train, x_test = train_test_split(table)
scaler = StandardScaler()
x_scaled = scaler.fit_transform(x_train)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_scaled, y)
print(model.predict(x_test))  # ← scaling/raw-test-rows

# %% divided, and not
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train / 255
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train, y_train, validation_data=(x_test, y_test))  # ← scaling/raw-test-rows

# %% both divided
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train, x_test = x_train / 255, x_test / 255
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train, y_train, validation_data=(x_test, y_test))

# %% scaled in the call
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
x_train, x_test = train_test_split(pd.read_csv("a.csv").values)
scaler = StandardScaler()
x_train = scaler.fit_transform(x_train)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, y)
model.predict(scaler.transform(x_test))

# %% other data
from sklearn.preprocessing import StandardScaler
x = StandardScaler().fit_transform(pd.read_csv("a.csv").values)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
model.predict(pd.read_csv("b.csv").values)

# %% a photograph as its file holds it
import cv2
(x_train, y_train), _ = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train / 255, y_train)
photo = cv2.resize(cv2.imread("seven.png", cv2.IMREAD_GRAYSCALE), (28, 28))
model.predict(np.array([photo]))  # ← scaling/raw-test-rows
model.predict(np.array([photo]) / 255)

# %% a generator that divides, and an image that nobody divided
from keras.src.legacy.preprocessing.image import ImageDataGenerator
rows = ImageDataGenerator(rescale=1 / 255).flow_from_directory("photos", target_size=(64, 64))
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(2, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(rows)
photo = keras.utils.img_to_array(keras.utils.load_img("new.png", target_size=(64, 64)))
model.predict(np.expand_dims(photo, 0))  # ← scaling/raw-test-rows

# %% the model divides itself
rows = keras.utils.image_dataset_from_directory("photos", image_size=(64, 64))
model = Sequential([Input((64, 64, 3)), layers.Rescaling(1 / 255), layers.Flatten(), layers.Dense(2)])
model.compile("adam", losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(rows)
photo = keras.utils.img_to_array(keras.utils.load_img("new.png", target_size=(64, 64)))
model.predict(np.expand_dims(photo, 0))

# %% answers in another unit than the targets
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
table = np.loadtxt("a.csv")
x_train, x_test, y_train, y_test = train_test_split(table[:, :3], table[:, 3])
scaler = StandardScaler()
goals = scaler.fit_transform(y_train.reshape(-1, 1))
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, goals)
answers = model.predict(x_test)
print(mean_absolute_error(y_test, answers))  # ← scaling/raw-test-rows
print(mean_absolute_error(y_test, scaler.inverse_transform(answers)))
print(model.evaluate(x_test, y_test))  # ← scaling/raw-test-rows
print(model.evaluate(x_test, scaler.transform(y_test.reshape(-1, 1))))

# %% two generators, one of them divides
from keras.src.legacy.preprocessing.image import ImageDataGenerator
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory("a", target_size=(64, 64))
valid = ImageDataGenerator().flow_from_directory("b", target_size=(64, 64))
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(2, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(train, validation_data=valid)  # ← scaling/raw-test-rows

# %% a row that is written down
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
x_train, x_test, y_train, y_test = train_test_split(table[columns].values, table["price"].values)
x_train = scaler.fit_transform(x_train)
x_test = scaler.transform(x_test)
model.fit(x_train, y_train, epochs=20)


def estimate(year, distance):
    row = np.array([[year, distance]], dtype="float32")
    return model.predict(row)  # ← scaling/raw-test-rows


print(estimate(2016, 62000))
print(model.predict(pd.DataFrame([{"year": 2016, "distance": 62000}])))  # ← scaling/raw-test-rows

# %% a row that somebody types, beside rows that were standardized by hand
mean, std = x_train.mean(axis=0), x_train.std(axis=0)
x_scaled = (x_train - mean) / std
model.fit(x_scaled, y_train, epochs=20)
row = np.array([[float(input("year? ")), float(input("distance? "))]])
print(model.predict(row))  # ← scaling/raw-test-rows

# %% a row that is written down and scaled, in three ways
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler().fit(x_train)
model.fit(scaler.transform(x_train), y_train, epochs=20)
print(model.predict(scaler.transform([[2016, 62000]])))
row = np.array([[2016, 62000]])
row = (row - scaler.mean_) / scaler.scale_
print(model.predict(row))


def estimate(year, distance):
    return model.predict(scaled(np.array([[year, distance]])))


print(estimate(2016, 62000))

# %% a row that is scaled already, and a model that scales
from sklearn.preprocessing import StandardScaler

x_train = StandardScaler().fit_transform(x_train)
model.fit(x_train, y_train, epochs=20)
print(model.predict(np.array([[0.3, -1.2]])))
other.fit(x_raw, y_train, epochs=20)
print(other.predict(np.array([[2016, 62000]])))

# %% scaled in its place
mean, std = x_train.mean(axis=0), x_train.std(axis=0)
x_scaled = (x_train - mean) / std
model.fit(x_scaled, y_train, epochs=20)
row = np.array([[2016.0, 62000.0]])
row -= mean
row /= std
print(model.predict(row))

# %% a class of the author's that scales
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()


class Scaled:
    def __init__(self, model):
        self.model = model

    def predict(self, rows):
        return self.model.predict(scaler.transform(rows))


model.fit(scaler.fit_transform(x), y, epochs=10)
scaled = Scaled(model)
print(scaled.predict(np.array([[2016, 62000]])))

# %% a sequence that is scaled already, of a length that is no number of the row
from sklearn.preprocessing import MinMaxScaler

x_train = MinMaxScaler().fit_transform(x_train)
model.fit(x_train, y_train, epochs=20)
print(model.predict(np.array([0.1, 0.4, 0.2, 0.9]).reshape(-1, 24, 1)))

# %% divided numbers of a file, and a photograph in a function that is given the model
def read():
    raw = pd.read_csv("faces.csv")
    rows = np.stack([np.array(text.split(), dtype="uint8") for text in raw["pixels"]]).reshape(-1, 48, 48, 1)
    return rows, keras.utils.to_categorical(raw["emotion"], 7)


def train():
    x, y = read()
    x = x.astype("float32") / 255
    net = Sequential([Input((48, 48, 1)), layers.Flatten(), layers.Dense(7, activation="softmax")])
    net.compile("adam", "categorical_crossentropy")
    net.fit(x, y)
    return net


def guess(net, path):
    photo = keras.utils.img_to_array(keras.utils.load_img(path, color_mode="grayscale", target_size=(48, 48)))
    return net.predict(np.expand_dims(photo, axis=0))  # ← scaling/raw-test-rows


guess(train(), "me.png")

# %% divided arrays of a file, and the part of a frame with a face
import cv2

rows = np.load("faces.npy") * (1 / 255.0)
model = Sequential([Input((48, 48, 1)), layers.Flatten(), layers.Dense(7, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(rows, np.load("emotions.npy"))
camera = cv2.VideoCapture(0)
ok, frame = camera.read()
grey = cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY)
for x, y, w, h in faces(grey):
    face = cv2.resize(grey[y : y + h, x : x + w], (48, 48)).reshape(1, 48, 48, 1)
    model.predict(face)  # ← scaling/raw-test-rows

# %% between minus one and one, and an image that TensorFlow reads
rows = np.load("rows.npy").astype("float32") / 127.5 - 1
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(rows, np.load("labels.npy"))
photo = tf.image.resize(tf.io.decode_jpeg(tf.io.read_file("me.jpg"), channels=3), (64, 64))
model.predict(tf.expand_dims(photo, 0))  # ← scaling/raw-test-rows

# %% divided numbers of a file, and a photograph that is divided in a function
def guess(net, path):
    photo = keras.utils.img_to_array(keras.utils.load_img(path, color_mode="grayscale", target_size=(48, 48)))
    photo /= 255
    return net.predict(np.expand_dims(photo, axis=0))


rows = np.load("faces.npy") / 255
model = Sequential([Input((48, 48, 1)), layers.Flatten(), layers.Dense(7, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(rows, np.load("emotions.npy"))
guess(model, "me.png")

# %% TensorFlow divides where it converts
rows = np.load("faces.npy") / 255
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(rows, np.load("labels.npy"))
photo = tf.image.convert_image_dtype(tf.io.decode_jpeg(tf.io.read_file("me.jpg"), channels=3), tf.float32)
model.predict(tf.expand_dims(tf.image.resize(photo, (64, 64)), 0))

# %% Matplotlib reads some images between 0 and 1
import matplotlib.pyplot as plt

rows = np.load("faces.npy") / 255
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(rows, np.load("labels.npy"))
model.predict(plt.imread("me.png")[None])

# %% a function of the author's prepares
rows = np.load("faces.npy") / 255
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(rows, np.load("labels.npy"))
model.predict(prepare(keras.utils.img_to_array(keras.utils.load_img("me.jpg", target_size=(64, 64))))[None])

# %% divided, and multiplied again
rows = np.load("faces.npy") / 255 * 255
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(rows, np.load("labels.npy"))
model.predict(keras.utils.img_to_array(keras.utils.load_img("me.jpg", target_size=(64, 64)))[None])

# %% a generator that divides, and arrays to validate with
from tensorflow.keras.preprocessing.image import ImageDataGenerator
(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
more = ImageDataGenerator(rescale=1 / 255, horizontal_flip=True)
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(more.flow(x_train, y_train, batch_size=32), validation_data=(x_test, y_test), epochs=5)  # ← scaling/raw-test-rows

# %% a generator that standardises, and arrays to validate with
from tensorflow.keras.preprocessing.image import ImageDataGenerator
(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
x_train, x_test = x_train.astype("float32") / 255, x_test.astype("float32") / 255
more = ImageDataGenerator(featurewise_center=True, featurewise_std_normalization=True, horizontal_flip=True)
more.fit(x_train)
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(more.flow(x_train, y_train, batch_size=32), validation_data=(x_test, y_test), epochs=5)  # ← scaling/raw-test-rows

# %% a generator that standardises both
from tensorflow.keras.preprocessing.image import ImageDataGenerator
(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
more = ImageDataGenerator(featurewise_center=True, featurewise_std_normalization=True)
more.fit(x_train)
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(more.flow(x_train, y_train), validation_data=more.flow(x_test, y_test), epochs=5)

# %% a generator that only turns
from tensorflow.keras.preprocessing.image import ImageDataGenerator
(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
x_train, x_test = x_train / 255, x_test / 255
more = ImageDataGenerator(featurewise_center=False, rotation_range=20)
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(more.flow(x_train, y_train), validation_data=(x_test, y_test), epochs=5)
