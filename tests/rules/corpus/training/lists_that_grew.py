# %% filled in a loop
x, y = [], []
for name in names:
    x.append(load(name))
    y.append(0)
model = Sequential([layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, epochs=3)  # ← training/lists-that-grew

# %% a comprehension, for validation
rows = [load(name) for name in names]
model = Sequential([layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(a, b, validation_data=(rows, c), epochs=3)  # ← training/lists-that-grew

# %% made an array
x, y = [], []
for name in names:
    x.append(load(name))
    y.append(0)
x = np.array(x)
model = Sequential([layers.Flatten(), layers.Dense(1)])
model.fit(x, np.array(y), epochs=3)

# %% one array for each input
parts = []
for width in (2, 3):
    parts.append(np.zeros((4, width)))
a, b = Input((2,)), Input((3,))
model = Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))
model.fit(parts, np.zeros(4))

# %% a list of two arrays, written down
x = [left, right]
model = build()
model.fit(x, y, epochs=3)

# %% a model of scikit-learn takes lists
from sklearn.svm import SVC
x, y = [], []
for name in names:
    x.append(load(name))
    y.append(0)
model = SVC()
model.fit(x, y)

# %% mixed by scikit-learn, still lists
from sklearn.utils import shuffle
images, kinds = [], []
for path in paths:
    images.append(read(path))
    kinds.append(path.parent.name)
images, kinds = shuffle(images, kinds)
model = Sequential([Input((4,)), layers.Dense(1)])
model.fit(images, np.array(kinds), epochs=3)  # ← training/lists-that-grew

# %% split by scikit-learn, still lists
from sklearn.model_selection import train_test_split
images, kinds = [], []
for path in paths:
    images.append(read(path))
    kinds.append(path.parent.name)
x_train, x_test, y_train, y_test = train_test_split(images, kinds)
model = Sequential([Input((4,)), layers.Dense(1)])
model.fit(x_train, np.array(y_train), epochs=3)  # ← training/lists-that-grew

# %% split after they were made arrays
from sklearn.model_selection import train_test_split
images = []
for path in paths:
    images.append(read(path))
x_train, x_test, y_train, y_test = train_test_split(np.array(images), kinds)
model = Sequential([Input((4,)), layers.Dense(1)])
model.fit(x_train, np.array(y_train), epochs=3)

# %% a function with lists of the same names gives arrays
from sklearn.model_selection import train_test_split


def windows(rows):
    x, y = [], []
    for i in range(len(rows) - 30):
        x.append(rows[i : i + 30])
        y.append(rows[i + 30])
    return np.array(x), np.array(y)


x, y = windows(np.load("a.npy"))
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = Sequential([layers.LSTM(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, y_train)
print(model.evaluate(x_test, y_test))

# %% by a function
def windows(series, width):
    rows, wanted = [], []
    for i in range(len(series) - width):
        rows.append(series[i : i + width])
        wanted.append(series[i + width])
    return rows, wanted


def stacked(series):
    rows = []
    for row in series:
        rows.append(row)
    return np.array(rows)


class Forecaster:
    def __init__(self):
        self.net = Sequential([Input((5,)), layers.Dense(1)])
        self.net.compile(loss="mse", optimizer="adam")

    def train(self, series):
        rows, wanted = windows(series, 5)
        self.net.fit(rows, wanted, epochs=3)  # ← training/lists-that-grew


net = Sequential([Input((5,)), layers.Dense(1)])
net.compile(loss="mse", optimizer="adam")
a, b = windows(series, 5)
net.fit(a, b, epochs=3)  # ← training/lists-that-grew
c = stacked(series)
net.fit(c, np.array(b), epochs=3)

# %% lists of numbers as objects
x, y = [], []
for sentence, label in rows:
    x.append([number_of(word) for word in sentence.split()])
    y.append(label)
x = np.array(x, dtype=object)  # ← training/lists-that-grew
y = np.array(y)
order = np.random.permutation(len(x))
x = x[order]
model = Sequential([layers.Embedding(100, 8), layers.LSTM(8), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=3)

# %% objects that get one length
x = []
for sentence in rows:
    x.append([number_of(word) for word in sentence.split()])
x = np.array(x, dtype=object)
x = keras.utils.pad_sequences(x)
model = Sequential([layers.Embedding(100, 8), layers.LSTM(8), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=3)

# %% texts are objects, too
x = []
for sentence in rows:
    x.append(sentence.strip())
x = np.array(x, dtype=object)
model = Sequential([words, layers.Embedding(100, 8), layers.LSTM(8), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=3)

# %% a generator that yields a list of rows
def batches(rows, answers):
    while True:
        x, y = [], []
        for number in np.random.randint(0, len(rows), 32):
            x.append(rows[number])
            y.append(answers[number])
        yield x, np.array(y)
def more(rows, answers):
    while True:
        images, labels = [], []
        for number in range(8):
            images.append(rows[number])
            labels.append(answers[number])
        yield images, labels  # ← training/lists-that-grew
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(more(rows, answers), steps_per_epoch=9)

# %% a generator that yields a list of pairs, for two inputs
def batches(size):
    while True:
        pairs = []
        for number in range(size):
            pairs.append([left[number], right[number]])
        yield pairs, labels  # ← training/lists-that-grew
a, b = Input((4,)), Input((4,))
model = Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))
model.compile("adam", "mse")
model.fit(batches(16), steps_per_epoch=9)

# %% a generator that yields one array for each input
def batches(names):
    while True:
        parts = []
        for name in names:
            parts.append(tables[name][:32])
        yield parts, labels
a, b = Input((4,)), Input((4,))
model = Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))
model.compile("adam", "mse")
model.fit(batches(["left", "right"]), steps_per_epoch=9)

# %% a generator that makes an array of its list
def batches(rows):
    while True:
        x = []
        for row in rows:
            x.append(row)
        yield np.array(x), labels
model = Sequential([Input((4,)), layers.Dense(1)])
model.fit(batches(rows), steps_per_epoch=9)
