# %% the classes of each pixel
inputs = Input((8, 12, 3))
x = layers.Conv2D(5, 1)(inputs)
x = layers.Reshape((5, 8 * 12))(x)  # ← shape/reshape-for-transpose
x = layers.Permute((2, 1))(x)
model = Model(inputs, layers.Activation("softmax")(x))

# %% channels first
model = Sequential([Input((3, 8, 12)), layers.Reshape((8, 12, 3)), layers.Conv2D(5, 1)])  # ← shape/reshape-for-transpose

# %% steps and features
model = Sequential([Input((10, 4)), layers.Reshape((4, 10)), layers.LSTM(8)])  # ← shape/reshape-for-transpose

# %% the pixels one after the other, and an axis of length one
model = Sequential([Input((8, 12, 3)), layers.Conv2D(5, 1), layers.Reshape((96, 5)), layers.Reshape((96, 5, 1))])

# %% a permutation
model = Sequential([Input((10, 4)), layers.Permute((2, 1)), layers.Reshape((4, 10, 1)), layers.Conv2D(8, 3)])

# %% channels that stand first
inputs = Input((5, 8, 12))
x = layers.Reshape((5, 96))(inputs)
model = Model(inputs, layers.Permute((2, 1))(x))

# %% sizes that are not known
inputs = Input((None, 4))
model = Model(inputs, layers.Reshape((4, -1))(inputs))

# %% heads of an attention
inputs = Input((16, 24))
x = layers.Reshape((16, 4, 6))(inputs)
x = layers.Permute((2, 1, 3))(x)
model = Model(inputs, x)

# %% rows of CIFAR-10, as its files hold them
import pickle


def read(path):
    with open(path, "rb") as file:
        return pickle.load(file, encoding="bytes")


one = read("cifar-10-batches-py/data_batch_1")
x = one[b"data"].reshape(-1, 32, 32, 3) / 255.0  # ← shape/reshape-for-transpose
z = np.reshape(one[b"data"], (10000, 32, 32, 3))  # ← shape/reshape-for-transpose

# %% channels that were first
images = rows.reshape(-1, 3, 64, 64)
images = images.reshape(-1, 64, 64, 3)  # ← shape/reshape-for-transpose

# %% the axis is moved
one = read("cifar-10-batches-py/data_batch_1")
x = one[b"data"].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)
z = one[b"data"].reshape((-1, 32, 32, 3), order="F")
images = rows.reshape(-1, 3, 64, 64).transpose(0, 2, 3, 1)
images = images.reshape(-1, 64, 64, 3)

# %% rows of pixels, and a data set of Keras
x = rows.reshape(-1, 32, 32, 3)
(a, b), (c, d) = keras.datasets.cifar10.load_data()
a = a.reshape(-1, 32, 32, 3)

# %% channels put behind each other, and rows read by columns
import pickle

with open("cifar-10-batches-py/data_batch_1", "rb") as file:
    rows = pickle.load(file, encoding="bytes")[b"data"]
x = np.dstack((rows[:, :1024], rows[:, 1024:2048], rows[:, 2048:]))
x = x.reshape(-1, 32, 32, 3)
z = rows.reshape(-1, 1024, 3, order="F").reshape(-1, 32, 32, 3)

# %% a variable of that name
for data_batch in loader:
    x = data_batch.reshape(-1, 32, 32, 3)

# %% a picture from a file, to channels first
keras.utils.save_img("a.png", np.zeros((8, 9, 3)))
rows = []
for name in ["a.png"]:
    picture = keras.utils.load_img(name, target_size=(224, 224))
    picture = np.array(picture).reshape((3, 224, 224))  # ← shape/reshape-for-transpose
    rows.append(picture)

# %% a picture from a file, its axes moved
keras.utils.save_img("a.png", np.zeros((8, 9, 3)))
rows = []
for name in ["a.png"]:
    picture = keras.utils.img_to_array(keras.utils.load_img(name, target_size=(224, 224)))
    rows.append(np.transpose(picture, (2, 0, 1)).reshape((1, 3, 224, 224)))

# %% a picture from a file, as many rows as it has
keras.utils.save_img("a.png", np.zeros((224, 224, 3)))
picture = keras.utils.img_to_array(keras.utils.load_img("a.png"))
rows = picture.reshape((-1, 3))
one = picture.reshape((1, 224, 224, 3))
