# %% list
model = Sequential([
    Input((20,)),
    layers.Dense(64, activation="relu"),
    layers.BatchNormalization(),  # ← training/batch-norm-with-batch-of-one
    layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% functional, before the activation
a = Input((20,))
b = layers.BatchNormalization()(layers.Dense(64)(a))  # ← training/batch-norm-with-batch-of-one
model = Model(a, layers.Dense(1)(layers.Activation("relu")(b)))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1, epochs=10)

# %% behind flatten, in a convolutional network
model = Sequential()
model.add(layers.Conv2D(8, 3, input_shape=(28, 28, 1)))
model.add(layers.Flatten())
model.add(layers.BatchNormalization())  # ← training/batch-norm-with-batch-of-one
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% over the places of an image there is a mean
model = Sequential([Input((28, 28, 1)), layers.Conv2D(8, 3), layers.BatchNormalization(), layers.Flatten()])
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% a way around
a = Input((20,))
b = layers.Dense(20)(a)
model = Model(a, layers.Dense(1)(layers.add([b, layers.BatchNormalization()(b)])))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% frozen, it does not look at the batch
model = Sequential([Input((20,)), layers.Dense(8), layers.BatchNormalization(trainable=False), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% only predicted one by one
model = Sequential([Input((20,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=32)
model.predict(x, batch_size=1)

# %% over time
model = Sequential([Input((20, 3)), layers.LSTM(8, return_sequences=True), layers.BatchNormalization()])
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% as wide as rows that were scaled by their own ends
from sklearn.model_selection import train_test_split

table = pd.read_csv("t.csv")
answers = table.pop("strength").values
a, b, c, d = train_test_split(table.astype("float32").values, answers)
low, high = a.min(0), a.max(0)
a = (a - low) / (high - low)


def block(x, units):
    return layers.BatchNormalization()(layers.Dense(units)(x))  # ← training/batch-norm-with-batch-of-one


entry = Input(shape=a.shape[1:])
model = Model(entry, layers.Dense(1)(block(entry, 64)))
model.compile(loss="mse", optimizer="adam")
model.fit(a, c, batch_size=1)

# %% by a mean, in the order that NumPy has
table = pd.read_csv("t.csv")
x, y = table[["size", "age"]].to_numpy(), table["price"].to_numpy()
mean, std = np.mean(x, axis=0), np.std(x, axis=0)
x = (x - mean) / (std + 1e-8)
model = Sequential([Input(x.shape[1:]), layers.Dense(8)])
model.add(layers.BatchNormalization())  # ← training/batch-norm-with-batch-of-one
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% in place, and turned round
table = pd.read_csv("t.csv")
x, y = table[["size", "age"]].to_numpy(), table["price"].to_numpy()
x -= x.mean(axis=0, keepdims=True)
x = (x.max(axis=0) - x) / np.ptp(x, axis=0)
model = Sequential([Input(x.shape[1:]), layers.Dense(8)])
model.add(layers.BatchNormalization())  # ← training/batch-norm-with-batch-of-one
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% images that were scaled by their own ends
x = np.random.rand(100, 28, 28, 1)
low, high = x.min(0), x.max(0)
x = (x - low) / (high - low)
model = Sequential([Input(x.shape[1:]), layers.Conv2D(8, 3), layers.BatchNormalization(), layers.Flatten()])
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% scaled rows in batches
table = pd.read_csv("t.csv")
x, y = table[["size", "age"]].to_numpy(), table["price"].to_numpy()
x = (x - np.mean(x, axis=0)) / np.std(x, axis=0)
model = Sequential([Input(x.shape[1:]), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=16)

# %% batches of one from a data set, the size in the settings of a class
from dataclasses import dataclass


@dataclass
class Settings:
    batch_size: int = 1
    units: tuple = (48, 24)


class Block(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.dense = layers.Dense(units, use_bias=False)
        self.norm = layers.BatchNormalization()  # ← training/batch-norm-with-batch-of-one

    def call(self, x, training=None):
        return keras.ops.relu(self.norm(self.dense(x), training=training))


def pipeline(x, y, settings):
    rows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(len(x))
    return rows.batch(settings.batch_size).prefetch(tf.data.AUTOTUNE)


settings = Settings()
table = pd.read_csv("t.csv")
y = table.pop("sick").to_numpy("float32")
x = table.to_numpy("float32")
inputs = Input((x.shape[1],))
h = inputs
for units in settings.units:
    h = Block(units)(h)
model = Model(inputs, layers.Dense(1, activation="sigmoid")(h))
model.compile("adam", "binary_crossentropy")
model.fit(pipeline(x, y, settings), epochs=20)

# %% batches of one, and a map behind them
x, y = np.random.rand(500, 6), np.random.rand(500)
rows = tf.data.Dataset.from_tensor_slices((x, y)).batch(1).map(lambda a, b: (a * 2, b)).cache()
model = Sequential([Input((6,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])  # ← training/batch-norm-with-batch-of-one
model.compile("adam", "mse")
model.fit(rows)

# %% batches of one that are only evaluated, and batches of batches
x, y = np.random.rand(500, 6), np.random.rand(500)
single = tf.data.Dataset.from_tensor_slices((x, y)).batch(1)
many = single.unbatch().batch(32)
model = Sequential([Input((6,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(many, validation_data=single)
model.evaluate(single)

# %% a size that is asked from outside
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--batch", type=int)
size = parser.parse_args().batch
x, y = np.random.rand(500, 6), np.random.rand(500)
model = Sequential([Input((6,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(tf.data.Dataset.from_tensor_slices((x, y)).batch(size))

# %% images in batches of one
x, y = np.random.rand(50, 16, 16, 3), np.random.rand(50)
model = Sequential([Input((16, 16, 3)), layers.Conv2D(8, 3), layers.BatchNormalization(), layers.Flatten()])
model.add(layers.Dense(1))
model.compile("adam", "mse")
model.fit(tf.data.Dataset.from_tensor_slices((x, y)).batch(1))

# %% the settings in a text of JSON, the rows in a tuple
import json

from sklearn.preprocessing import StandardScaler

HP = json.loads("""
{
  "widths": [64, 32],
  "batch_size": 1,
  "epochs": 60
}
""")


def unit(x, width):
    x = layers.Dense(width, use_bias=False)(x)
    x = layers.BatchNormalization()(x)  # ← training/batch-norm-with-batch-of-one
    return layers.Activation("relu")(x)


def regressor(columns, widths):
    inputs = x = layers.Input((columns,))
    for width in widths:
        x = unit(x, width)
    return Model(inputs, layers.Dense(1)(x))


def train(model, rows, checked):
    model.compile(loss="mse", optimizer=optimizers.Adam(HP.get("lr", 1e-3)))
    return model.fit(*rows, validation_data=checked, batch_size=HP["batch_size"], epochs=HP["epochs"])


x, y, a, b = (np.random.rand(200, n) for n in (8, 1, 8, 1))
scaler = StandardScaler().fit(x)
train(regressor(8, HP["widths"]), (scaler.transform(x), y), (scaler.transform(a), b))

# %% the settings in a namespace
from types import SimpleNamespace

config = SimpleNamespace(rows=1, units=16)
model = Sequential([Input((6,)), layers.Dense(config.units), layers.BatchNormalization(), layers.Dense(1)])  # ← training/batch-norm-with-batch-of-one
model.compile("adam", "mse")
model.fit(np.random.rand(500, 6), np.random.rand(500), batch_size=config.rows)

# %% the settings in a named tuple that a call makes
from collections import namedtuple

Settings = namedtuple("Settings", "units rows", defaults=[1])
settings = Settings(units=16)
model = Sequential([Input((6,)), layers.Dense(settings.units), layers.BatchNormalization(), layers.Dense(1)])  # ← training/batch-norm-with-batch-of-one
model.compile("adam", "mse")
model.fit(np.random.rand(500, 6), np.random.rand(500), batch_size=settings.rows)

# %% the settings of a trial over those of all
common = {"rows": 32, "units": 16}
trial = common | {"rows": 1}
model = Sequential([Input((6,)), layers.Dense(trial["units"]), layers.BatchNormalization(), layers.Dense(1)])  # ← training/batch-norm-with-batch-of-one
model.compile("adam", "mse")
model.fit(np.random.rand(500, 6), np.random.rand(500), batch_size=trial["rows"])

# %% a namespace that is told another size before the training
from types import SimpleNamespace

config = SimpleNamespace(rows=1)
config.rows = 32
model = Sequential([Input((6,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.random.rand(500, 6), np.random.rand(500), batch_size=config.rows)

# %% settings that grow under another name
import json

settings = json.loads('{"rows": 1}')
same = settings
same |= {"rows": 16}
model = Sequential([Input((6,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.random.rand(500, 6), np.random.rand(500), batch_size=settings["rows"])

# %% settings from a file, which may say anything
import json

settings = {"rows": 1} | json.load(open("settings.json"))
model = Sequential([Input((6,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.random.rand(500, 6), np.random.rand(500), batch_size=settings["rows"])

# %% a namespace that the command line fills
import argparse
from types import SimpleNamespace

parser = argparse.ArgumentParser()
parser.add_argument("--rows", type=int)
config = SimpleNamespace(rows=1)
parser.parse_args(namespace=config)
model = Sequential([Input((6,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.random.rand(500, 6), np.random.rand(500), batch_size=config.rows)

# %% clouds of points, one by one from a generator of files, in a function that both parts call
from pathlib import Path

SETTINGS = dict(batch=1, epochs=60)


def stream(paths, mixed):
    def rows():
        for path, kind in paths:
            yield np.load(path), kind

    made = tf.data.Dataset.from_generator(rows, output_signature=(tf.TensorSpec((None, 3)), tf.TensorSpec((), tf.int32)))
    if mixed:
        made = made.shuffle(500)
    return made.batch(SETTINGS["batch"]).prefetch(8)


def head(x, widths):
    for width in widths:
        x = layers.Dense(width, use_bias=False)(x)
        x = layers.BatchNormalization()(x)  # ← training/batch-norm-with-batch-of-one
        x = layers.Activation("relu")(x)
    return layers.Dense(5, activation="softmax")(x)


paths = [(path, number) for number, path in enumerate(sorted(Path("clouds").glob("*.npy")))]
cloud = Input((None, 3))
x = layers.GlobalMaxPooling1D()(layers.Conv1D(64, 1, activation="relu")(cloud))
model = Model(cloud, head(x, (256, 128)))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(stream(paths[:500], True), validation_data=stream(paths[500:], False), epochs=SETTINGS["epochs"])

# %% records of a file, read and batched by a method
class Records:
    def __init__(self, pattern, size=1):
        self.pattern, self.size = pattern, size

    def read(self, record):
        found = tf.io.parse_single_example(record, {"x": tf.io.FixedLenFeature([12], tf.float32)})
        return found["x"], found["x"][0]

    def rows(self):
        return tf.data.TFRecordDataset(tf.io.gfile.glob(self.pattern)).map(self.read).batch(self.size).repeat()


model = Sequential([Input((12,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])  # ← training/batch-norm-with-batch-of-one
model.compile("adam", "mse")
model.fit(Records("rows-*").rows(), steps_per_epoch=500)

# %% sentences of different lengths, padded one by one
texts = tf.data.TextLineDataset("sentences.txt").map(encode).padded_batch(1)
model = Sequential([Input((None,)), layers.Embedding(900, 16), layers.GlobalAveragePooling1D(), layers.Dense(8)])
model.add(layers.BatchNormalization())  # ← training/batch-norm-with-batch-of-one
model.add(layers.Dense(1))
model.compile("adam", "mse")
model.fit(texts)

# %% taken apart, and one by one again
photos = keras.utils.image_dataset_from_directory("photos", image_size=(32, 32)).unbatch().batch(1)
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(8), layers.BatchNormalization()])  # ← training/batch-norm-with-batch-of-one
model.add(layers.Dense(1, activation="sigmoid"))
model.compile("adam", "binary_crossentropy")
model.fit(photos)

# %% one by one when it is drawn, many in the training
def stream(rows, size):
    made = tf.data.Dataset.from_generator(rows, output_types=(tf.float32, tf.int32), output_shapes=((12,), ()))
    return made.batch(size)


model = Sequential([Input((12,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(stream(rows, 32), validation_data=stream(others, 1))
model.evaluate(stream(others, 1))

# %% batches of one that are taken apart, or that are already batches
apart = tf.data.TFRecordDataset("rows").map(read).batch(1).unbatch().batch(64)
again = tf.data.TFRecordDataset("rows").map(read).batch(64).batch(1).map(lambda x, y: (x[0], y[0]))
photos = keras.utils.image_dataset_from_directory("photos", batch_size=1).unbatch().batch(32)
model = Sequential([Input((12,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(apart)
model.fit(again)
model.fit(photos)

# %% windows of one series, each a row, in batches
series = tf.data.Dataset.from_tensor_slices(values).window(12, shift=1).flat_map(lambda window: window.batch(12))
pairs = series.map(lambda window: (window[:-1], window[-1])).batch(32)
model = Sequential([Input((11,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(pairs)

# %% the norm of the layer looks at one row
made = tf.data.Dataset.from_generator(rows, output_types=(tf.float32, tf.int32), output_shapes=((None, 3), ()))
cloud = Input((None, 3))
x = layers.BatchNormalization()(layers.Conv1D(64, 1)(cloud))
x = layers.LayerNormalization()(layers.Dense(64)(layers.GlobalMaxPooling1D()(x)))
model = Model(cloud, layers.Dense(5, activation="softmax")(x))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(made.batch(1))

# %% a size that depends on what the program finds
size = 1 if short_of_memory() else 16
made = tf.data.Dataset.from_generator(rows, output_types=(tf.float32, tf.int32), output_shapes=((12,), ()))
model = Sequential([Input((12,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(made.batch(size))
