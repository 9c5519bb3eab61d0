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

# %% its own axes, of an array that was filtered, moved to its mean and made another kind of number in between
from scipy.signal import butter, sosfiltfilt

np.savez("subject01.npz", signals=np.random.rand(8, 6, 50))


def load_trials(file):
    archive = np.load(file)
    signals = archive["signals"].astype("float32")
    trials, channels, samples = signals.shape
    signals = sosfiltfilt(butter(4, (4.0, 38.0), btype="bandpass", fs=250.0, output="sos"), signals, axis=2)
    signals -= signals.mean(axis=2, keepdims=True)
    signals /= signals.std(axis=2, keepdims=True) + 1e-6
    return signals.reshape(trials, samples, channels).astype("float32")  # ← shape/reshape-for-transpose


x = load_trials("subject01.npz")

# %% its own axes, by a shape that has a name, from the end, and under another name
raw = np.random.rand(8, 6, 50)
shape = raw.shape
n, c, t = shape
x = (raw - raw.mean(axis=(0, 2), keepdims=True)) / 3.0
a = x.reshape(shape[0], shape[2], shape[1])  # ← shape/reshape-for-transpose
b = np.reshape(np.clip(x, -5, 5), (x.shape[0], x.shape[-1], x.shape[-2]))  # ← shape/reshape-for-transpose
d = x.astype("float32").reshape(-1, t, c)  # ← shape/reshape-for-transpose

# %% its own axes, after the columns were scaled and put back
from sklearn.preprocessing import StandardScaler

x = np.random.rand(8, 6, 50)
n, c, t = x.shape
x = StandardScaler().fit_transform(x.reshape(n, -1)).reshape(n, c, t)
x = x.reshape(n, t, c)  # ← shape/reshape-for-transpose
y = np.random.rand(8, 6, 50)
n, c, t = y.shape
y = StandardScaler().fit_transform(y.reshape(n, c * t)).reshape(y.shape)
y = y.reshape((n, t, c, 1))  # ← shape/reshape-for-transpose


# %% its own axes, in an attribute, and in a layer of the author's
class Recordings:
    def __init__(self, x):
        self.x = np.asarray(x)

    def steps_first(self):
        n, c, t = self.x.shape
        return self.x.reshape(n, t, c)  # ← shape/reshape-for-transpose


class StepsFirst(layers.Layer):
    def call(self, inputs):
        size = tf.shape(inputs)
        return tf.reshape(inputs, (size[0], size[2], size[1]))  # ← shape/reshape-for-transpose


# %% moved in between, by hand, by a function of the author's, in one case only, and in an attribute
def steps_first(x):
    return x.transpose(0, 2, 1)


x = np.random.rand(8, 6, 50)
n, c, t = x.shape
z = np.abs(x.swapaxes(1, 2)).reshape(n, t, c)
y = steps_first(x)
y = y.reshape(n, t, c)
if t > c:
    x = x.transpose(0, 2, 1)
x = x.astype("float32")
x = x.reshape(n, t, c)


class Recordings:
    def __init__(self, x):
        self.x = x

    def steps_first(self):
        n, c, t = self.x.shape
        self.x = self.x.transpose(0, 2, 1)
        return self.x.reshape(n, t, c)

# %% sizes of an array that was read as it lies, of another one, and axes put back in their order
from sklearn.preprocessing import StandardScaler

x = np.random.rand(8, 6, 50)
n, c, t = x.shape
flat = np.ascontiguousarray(x).reshape(n, -1)
x = StandardScaler().fit_transform(flat).reshape(n, c, t)
other = np.arange(2400, dtype="float32")
other = other.reshape(n, t, c)
x = np.moveaxis(x, 1, 2)
x = x - x.mean(axis=1, keepdims=True)
x = x.reshape(n, t, c, 1)
d = np.random.rand(8, 6, 50)
made = np.einsum("nct->ntc", d)
n, c, t = d.shape
made = made.reshape(n, t, c)

# %% its own axes, of an array that was changed in place, outside of a function
signals = np.random.rand(8, 6, 50)
n, c, t = signals.shape
signals -= signals.mean(axis=2, keepdims=True)
signals = signals.astype("float32")
signals /= 3.0
x = signals.reshape(n, t, c)  # ← shape/reshape-for-transpose

# %% moved between changes in place, outside of a function
signals = np.random.rand(8, 6, 50)
n, c, t = signals.shape
signals -= signals.mean(axis=2, keepdims=True)
signals = signals.transpose(0, 2, 1)
signals /= 3.0
x = signals.reshape(n, t, c)
for rows in (signals, x):
    n, c, t = rows.shape
    rows = rows.transpose(0, 2, 1)
    rows = rows.reshape(n, t, c)

# %% height and width of square pictures by each other's names
images = np.random.rand(8, 28, 28)
n, w, h = images.shape
images = images / 255.0
a = images.reshape(n, h, w, 1)
img_rows, img_cols = images.shape[1:]
b = images.reshape(-1, img_cols, img_rows)

# %% its own axes, after a function of a library that was called on what another one gave
x = np.random.rand(8, 6, 50)
n = len(x)
c, t = x.shape[1], x.shape[2]
for i in range(n):
    x[i] = x[i] - x[i].mean()
x = np.nan_to_num(x).astype(np.float32)
z = x.reshape((n, t, c, 1))  # ← shape/reshape-for-transpose

# %% split into patches, heads put together again
x = np.random.rand(8, 16, 24, 3)
n, h, w, c = x.shape
x = x.reshape(n, h // 4, 4, w // 4, 4, c)
x = x.transpose(0, 1, 3, 2, 4, 5).reshape(n, -1, 16 * c)
b, t, d = x.shape
x = tf.reshape(x, (b, t, 8, d // 8))
x = tf.reshape(tf.transpose(x, (0, 2, 1, 3)), (b, 8, t, d // 8))
x = tf.reshape(tf.transpose(x, (0, 2, 1, 3)), (b, t, d))

# %% the signals of a list, stacked as the second axis, by a function, scaled, and given to another one
SIGNALS = [f"{kind}_{axis}" for kind in ("body_acc", "body_gyro", "total_acc") for axis in "xyz"]
STEPS, CHANNELS = 128, len(SIGNALS)


def read_signals(part):
    arrays = [np.random.rand(20, STEPS) for name in SIGNALS]
    return np.stack(arrays, axis=1)


raw, raw_test = read_signals("train"), read_signals("test")
is_val = np.arange(20) > 15
mean = raw[~is_val].mean(axis=(0, 2), keepdims=True)


def to_sequences(block):
    z = (block - mean) / 3.0
    return z.reshape(-1, STEPS, CHANNELS)  # ← shape/reshape-for-transpose


x_train, x_val, x_test = to_sequences(raw[~is_val]), to_sequences(raw[is_val]), to_sequences(raw_test)

# %% tables of a list, stacked first and second, in loops
import pandas as pd

SENSORS = ["a", "b", "c", "d"]
STEPS, N_CHANNELS = 50, 4
pd.DataFrame(np.random.rand(8, STEPS)).to_csv("sensor.csv", index=False)


def read(name):
    return pd.read_csv("sensor.csv").values.astype("float32")


x = np.array([read(name) for name in SENSORS])
x = x.reshape(-1, 50, len(SENSORS))  # ← shape/reshape-for-transpose
arrays = []
for name in SENSORS:
    arrays.append(read(name))
y = np.stack(arrays, axis=1)
z = np.reshape(y, (len(y), STEPS, N_CHANNELS))  # ← shape/reshape-for-transpose

# %% sizes that it was made with
CHANNELS, STEPS = 6, 50
n = 8
x = np.zeros((n, CHANNELS, STEPS))
for i in range(n):
    x[i] = np.random.rand(CHANNELS, STEPS)
x = x.reshape(n, STEPS, CHANNELS)  # ← shape/reshape-for-transpose
flat = np.random.rand(8, CHANNELS * STEPS)
y = flat.reshape(-1, CHANNELS, STEPS)
y = y.astype("float32") / 3.0
z = np.reshape(y, (n, STEPS, CHANNELS, 1))  # ← shape/reshape-for-transpose


def make_arrays(steps, channels):
    made = np.empty((8, channels, steps))
    made[:] = 1.0
    return made.reshape(-1, steps, channels)  # ← shape/reshape-for-transpose


x = make_arrays(50, 6)

# %% the signals of a list, stacked as the last axis, moved, and windows of what was recorded as one
SIGNALS = ["a", "b", "c"]
STEPS, CHANNELS = 50, len(SIGNALS)
x = np.stack([np.random.rand(8, STEPS) for name in SIGNALS], axis=-1)
x = x.reshape(-1, STEPS, CHANNELS)
y = np.stack([np.random.rand(8, STEPS) for name in SIGNALS], axis=1)
print(y[:, :, 0])
moved = y.transpose(0, 2, 1).reshape(-1, STEPS, CHANNELS)
z = np.stack([np.random.rand(8 * STEPS) for name in SIGNALS], axis=1)
z = z.reshape(-1, STEPS, CHANNELS)
print(z.mean(axis=(0, 2)))
pictures = np.stack([np.random.rand(20, 30, 3) for name in SIGNALS])
pictures = pictures.reshape(-1, 20, 30, 3)
same = y.reshape(-1, CHANNELS, STEPS)

# %% windows of tables with several columns, one for each person, who are as many as the channels
PEOPLE = ["a", "b", "c"]
STEPS, CHANNELS = 50, 3
x = np.array([np.random.rand(8 * STEPS, CHANNELS) for person in PEOPLE])
x = x.reshape(-1, STEPS, CHANNELS)
y = np.concatenate([np.random.rand(8 * STEPS, CHANNELS) for person in PEOPLE])
y = y.reshape(-1, STEPS, CHANNELS)


# %% one of two layouts
SIGNALS = ["a", "b", "c", "d"]
STEPS, CHANNELS = 50, len(SIGNALS)


def to_sequences(block, first=True):
    if first:
        return block.transpose(0, 2, 1)
    return block.reshape(-1, STEPS, CHANNELS)


def turned(block):
    if block.shape[1] == CHANNELS:
        block = np.swapaxes(block, 1, 2)
    return block.reshape(-1, STEPS, CHANNELS)


raw = np.stack([np.random.rand(8, STEPS) for name in SIGNALS], axis=1)
print(raw.shape[2])
x, y = to_sequences(raw), turned(raw)

# %% made with its sizes in their order, turned in between, flat, square, and by columns
CHANNELS, STEPS, n = 6, 50, 8
x = np.zeros((n, CHANNELS, STEPS))
x = np.moveaxis(x, 1, 2)
x = x.reshape(n, STEPS, CHANNELS)
y = np.random.rand(n, STEPS * CHANNELS).reshape(n, STEPS, CHANNELS)
y = y.reshape(-1, STEPS, CHANNELS, 1)
z = np.zeros((n, STEPS, CHANNELS)).reshape(n, STEPS * CHANNELS).reshape(n, STEPS, CHANNELS)
d = np.zeros((n, CHANNELS, STEPS)).reshape(n, STEPS, CHANNELS, order="F")
e = np.zeros((n, 28, 28)).reshape(-1, 28, 28, 1)
IMG_HEIGHT, IMG_WIDTH = 20, 30
images = np.zeros((n, IMG_HEIGHT, IMG_WIDTH)).reshape(-1, IMG_WIDTH, IMG_HEIGHT)

# %% an array that stays flat, and sizes that are given anew
def shaped(flat, steps, channels):
    made = flat.reshape(-1, channels, steps)
    steps, channels = channels, steps
    return made.reshape(-1, channels, steps)


x = shaped(np.random.rand(8, 300), 50, 6)

# %% the signals of a list, of an array that is split and scaled, and whose third axis is asked for on the way only
SIGNALS = ["a", "b", "c", "d"]
STEPS, CHANNELS = 50, len(SIGNALS)


def load_part(part):
    signals = [np.random.rand(8, STEPS) for name in SIGNALS]
    x = np.stack(signals, axis=1).astype("float32")
    return x, np.arange(8), part


x_all, y_all, _ = load_part("train")
x_test, y_test, _ = load_part("test")
held_out = y_all > 5
x_train, x_val = x_all[~held_out], x_all[held_out]
mean = x_train.mean(axis=(0, 2), keepdims=True)


def prepare(x):
    x = x - mean
    return x.reshape(-1, STEPS, CHANNELS)  # ← shape/reshape-for-transpose


x_train, x_val, x_test = prepare(x_train), prepare(x_val), prepare(x_test)

# %% the signals of a list, in an attribute, and their sizes unpacked
SIGNALS = ["a", "b", "c", "d"]
STEPS = 50


class Recordings:
    def __init__(self, rows):
        self.x = np.stack([np.random.rand(rows, STEPS) for name in SIGNALS], axis=1)
        self.rows, _, self.steps = self.x.shape

    def windows(self):
        return self.x.reshape(-1, STEPS, len(SIGNALS))  # ← shape/reshape-for-transpose


x = Recordings(8).windows()

# %% windows of three directions, grown in a loop
def windows(table, steps):
    segments = []
    for start in range(0, len(table) - steps, 10):
        xs = table["x-axis"].values[start : start + steps]
        ys = table["y-axis"].values[start : start + steps]
        zs = table["z-axis"].values[start : start + steps]
        segments.append([xs, ys, zs])
    return np.asarray(segments, dtype=np.float32).reshape(-1, steps, 3)  # ← shape/reshape-for-transpose


x = windows(pd.DataFrame(np.random.rand(99, 3), columns=["x-axis", "y-axis", "z-axis"]), 20)

# %% three directions and three colours, written down, and columns of a table
acc_x, acc_y, acc_z = np.random.rand(3, 8, 50)
N_AXES = 3
acc = np.array([acc_x, acc_y, acc_z])
x = acc.reshape(-1, 50, N_AXES)  # ← shape/reshape-for-transpose
red, green, blue = np.random.rand(3, 8, 8)
picture = np.stack((red, green, blue)).reshape(8, 8, 3)  # ← shape/reshape-for-transpose
table = pd.DataFrame(np.random.rand(100, 3), columns=["gx", "gy", "gz"])
z = np.vstack([table["gx"], table["gy"], table["gz"]]).reshape((-1, 50, 3))  # ← shape/reshape-for-transpose
ax, ay, az = np.random.rand(3, 8, 50)
signals = np.stack([ax, ay, az], axis=1)
signals = (signals - signals.mean(axis=2, keepdims=True)).reshape(-1, 50, 3)  # ← shape/reshape-for-transpose

# %% features of librosa, a row for each
import librosa


def mfcc_of(path):
    wave, rate = librosa.load(path)
    mfcc = librosa.feature.mfcc(y=wave, sr=rate, n_mfcc=40)
    return mfcc.reshape(-1, 40)  # ← shape/reshape-for-transpose


def spectrum_of(path):
    wave, rate = librosa.load(path)
    mel = librosa.power_to_db(librosa.feature.melspectrogram(y=wave, sr=rate, n_mels=64))
    return mel.reshape(mel.shape[1], mel.shape[0], 1)  # ← shape/reshape-for-transpose

# %% features of librosa as they lie, turned, in their mean, and with one axis more
import librosa

N_MFCC = 40


def mfcc_of(path):
    wave, rate = librosa.load(path)
    mfcc = librosa.feature.mfcc(y=wave, sr=rate, n_mfcc=N_MFCC)
    a = mfcc.T.reshape(-1, N_MFCC)
    b = np.mean(mfcc, axis=1).reshape(-1, N_MFCC)
    c = mfcc.reshape(N_MFCC, -1, 1)
    d = mfcc.reshape(mfcc.shape[0], mfcc.shape[1], 1)
    e = mfcc.transpose(1, 0).reshape(-1, N_MFCC, 1)
    return a, b, c, d, e, mfcc[:, :10].reshape(-1, 40)

# %% three directions put beside each other, of one row each, other names, and a picture for each
acc_x, acc_y, acc_z = np.random.rand(3, 8, 50)
a = np.stack([acc_x, acc_y, acc_z], axis=-1).reshape(-1, 50, 3)
b = np.dstack((acc_x, acc_y, acc_z)).reshape(-1, 50, 3)
c = np.array([acc_x, acc_y, acc_z]).transpose(1, 2, 0).reshape(-1, 50, 3)
flat_x, flat_y, flat_z = np.random.rand(3, 400)
d = np.stack([flat_x, flat_y, flat_z], axis=1).reshape(-1, 50, 3)
e = np.column_stack([flat_x, flat_y, flat_z]).reshape(-1, 50, 3)
first, second, third = np.random.rand(3, 20, 20, 3)
f = np.array([first, second, third]).reshape(-1, 20, 20, 3)
g = np.array([acc_x, acc_y, acc_z]).reshape(3, -1)
rows = []
for x, y, z in np.random.rand(100, 3):
    rows.append([x, y, z])
h = np.array(rows).reshape(-1, 50, 3)
segments = []
for start in range(0, 300, 100):
    xs, ys, zs = flat_x[start : start + 50], flat_y[start : start + 50], flat_z[start : start + 50]
    segments.append(np.stack([xs, ys, zs], axis=1))
i = np.asarray(segments).reshape(-1, 50, 3)

# %% signals of a list that are one long recording each, and those that are turned in one case
SIGNALS = ["a", "b", "c", "d"]
STEPS = 50
long = np.stack([np.random.rand(8 * STEPS) for name in SIGNALS], axis=1)
x = long.reshape(-1, STEPS, len(SIGNALS))
print(x.mean(axis=(0, 2)), x[:, :, 0])


class Recordings:
    def __init__(self, turned):
        self.x = np.stack([np.random.rand(8, STEPS) for name in SIGNALS], axis=1)
        print(self.x.shape[2])
        if turned:
            self.x = self.x.transpose(0, 2, 1)

    def windows(self):
        return self.x.reshape(-1, STEPS, len(SIGNALS))

# %% the shape that a docstring tells, in a class
"""Motor imagery. The files hold

    data   (n_trials, 22, 1000)   microvolt
    event  (n_trials,)            left or right
"""
N_CH, N_T = 22, 1000


class Session:
    def __init__(self, path):
        with np.load(path) as z:
            self.data = z["data"].astype("float32")

    def moments(self):
        return self.data.mean(axis=(0, 2), keepdims=True), self.data.std(axis=(0, 2), keepdims=True)

    def tensor(self, mean, std):
        z = (self.data - mean) / std
        return z.reshape(len(z), N_T, N_CH)  # ← shape/reshape-for-transpose


np.savez("one.npz", data=np.random.random((4, 22, 1000)))
session = Session("one.npz")
session.tensor(*session.moments())

# %% the shape that a comment tells, where the array is read, and in a function
np.save("x.npy", np.ones((4, 6, 128)))
np.save("w.npy", np.ones((4, 9, 256)))
x = np.load("x.npy")  # (trials, 6, 128)
z = np.reshape(x / x.max(), (-1, 128, 6))  # ← shape/reshape-for-transpose


def to_steps(windows):
    return windows.reshape(len(windows), 256, 9)  # ← shape/reshape-for-transpose


# windows: (n, 9, 256), as the recorder writes them
windows = np.load("w.npy")
steps = to_steps(windows)

# %% the sizes by their names
np.save("signals.npy", np.ones((4, 12, 100)))
settings = dict(np.ndenumerate([12, 100]))
# signals of shape (n, n_leads, n_steps)
signals = np.load("signals.npy")
n_leads, n_steps = settings.values()
x = signals.reshape((-1, n_steps, n_leads)).astype("float32")  # ← shape/reshape-for-transpose

# %% the shape that a comment tells, of an array that is turned
np.save("x.npy", np.ones((4, 6, 128)))
x = np.load("x.npy")  # (trials, 6, 128)
z = x.transpose(0, 2, 1).reshape(-1, 128, 6)

# %% the order that the words tell, the shape that it gets, rows that are described in two ways
np.save("x.npy", np.ones((4, 128, 6)))
np.save("flat.npy", np.ones((4, 768)))
x = np.load("x.npy")  # (trials, 128, 6)
z = x.reshape(-1, 128, 6)
flat = np.load("flat.npy")  # (trials, 768)
w = flat.reshape(-1, 6, 128)  # (trials, 6, 128)
# rows of the recorder, flat (trials, 6, 128)
v = flat.reshape(-1, 128, 6)

# %% words about another array, other sizes, pictures, and an array that was made of a row
np.save("x.npy", np.ones((4, 768)))
h, w = map(int, (8, 12))
# spectra: (n, 6, 128)
x, spectra = np.load("x.npy"), np.load("x.npy")
z = x.reshape(-1, 128, 6)
other = spectra.reshape(-1, 64, 12)
pictures = np.load("x.npy")  # (n, h, w)
p = pictures.reshape(-1, w, h)
rows = np.load("x.npy").reshape(-1, 768)  # rows (n, 6, 128)
v = rows.reshape(-1, 128, 6)

# %% words that tell both orders
np.save("trials.npy", np.ones((4, 128, 6)))
# trials (n, 6, 128) of the old recorder, trials (n, 128, 6) of the new one
trials = np.load("trials.npy")
z = trials.reshape(-1, 128, 6)
