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

# %% its own axes, sensors and samples
def to_sequences(signals):
    n_trials, n_sensors, n_samples = signals.shape
    return signals.reshape(n_trials, n_samples, n_sensors)  # ← shape/reshape-for-transpose


x = to_sequences(np.random.rand(8, 6, 50))

# %% its own axes, one after the other, by functions of libraries
x = np.random.rand(8, 6, 50)
x = np.reshape(x, (x.shape[0], x.shape[2], x.shape[1]))  # ← shape/reshape-for-transpose
y = np.random.rand(8, 3, 20, 30).astype("float32")
count, channels = len(y), y.shape[1]
height, width = y.shape[2:]
y = tf.reshape(y, [count, height, width, channels])  # ← shape/reshape-for-transpose

# %% its own axes, the rows left open, and one axis more
class Windows:
    def __init__(self, x):
        x = x.astype("float32")
        n, c, t = np.shape(x)
        self.x = x.reshape((-1, t, c, 1))  # ← shape/reshape-for-transpose


x = Windows(np.random.rand(8, 6, 50)).x

# %% its own axes in their order, flat, split, moved, and of another array
x = np.random.rand(8, 6, 50)
n, c, t = x.shape
a = x.reshape(n, c, t, 1)
b = x.reshape(n, c * t)
d = x.reshape(n, t, c, order="F")
e = x.transpose(0, 2, 1).reshape(n, t, c)
f = np.zeros((n, t, c)).reshape(n, t, c)
g = x.reshape(n, 2, c // 2, t)
x = x.transpose(0, 2, 1)
x = x.reshape(n, t, c)

# %% an axis of one number changes its place
x = np.random.rand(8, 50).reshape(8, 1, 50)
n, c, t = x.shape
x = x.reshape(n, t, c)
y = np.expand_dims(np.random.rand(8, 50), 1)
y = y.reshape(y.shape[0], y.shape[2], y.shape[1])
z = np.random.rand(8, 50)[:, None]
z = z.reshape(len(z), z.shape[2], z.shape[1])

# %% a column to a row, and numbers that lie in another order
y = np.random.rand(8, 1)
y = y.reshape(y.shape[1], y.shape[0])
x = np.random.rand(8, 6, 50)
n, t, c = x.shape
x = x.reshape(t, n, c).transpose(1, 0, 2)

# %% sizes that were set anew
x = np.random.rand(8, 6, 50)
n, c, t = x.shape
c, t = 6, 50
x = x.reshape(n, c, t)
for n, c, t in [x.shape]:
    x = x.reshape(n, c, t)
