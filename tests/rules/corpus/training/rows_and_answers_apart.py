# %% in their places
x, y = np.load("x.npy"), np.load("y.npy")
np.random.shuffle(x)
np.random.shuffle(y)  # ← training/rows-and-answers-apart
model.fit(x, y, epochs=3)

# %% two splits
x, y = np.load("x.npy"), np.load("y.npy")
x_train, x_test = train_test_split(x, test_size=0.2)
y_train, y_test = train_test_split(y, test_size=0.2)  # ← training/rows-and-answers-apart
model.fit(x_train, y_train, epochs=3)

# %% two samples
table = pd.read_csv("t.csv")
x = table.drop("y", axis=1).sample(frac=1).values
y = table["y"].sample(frac=1).values  # ← training/rows-and-answers-apart
model.fit(x, y, epochs=3)

# %% the same seed
np.random.seed(1)
np.random.shuffle(x)
np.random.seed(1)
np.random.shuffle(y)
model.fit(x, y, epochs=3)

# %% together
x_train, x_test, y_train, y_test = train_test_split(x, y)
model.fit(x_train, y_train, epochs=3)

# %% the same numbers
x_train, x_test = train_test_split(x, random_state=3)
y_train, y_test = train_test_split(y, random_state=3)
model.fit(x_train, y_train, epochs=3)

# %% the table is mixed first
table = pd.read_csv("t.csv").sample(frac=1)
x, y = table.drop("y", axis=1).values, table["y"].values
model.fit(x, y, epochs=3)

# %% one table is set apart
train, test = train_test_split(table)
x, y = train.drop("y", axis=1).values, train["y"].values
model.fit(x, y, epochs=3)

# %% two seeds
from sklearn.model_selection import train_test_split

x_train, x_test = train_test_split(x, random_state=0)
y_train, y_test = train_test_split(y, random_state=1)  # ← training/rows-and-answers-apart
model.fit(x_train, y_train, epochs=3)

# %% shuffled by two seeds
from sklearn.utils import shuffle

x = shuffle(x, random_state=0)
y = shuffle(y, random_state=1)  # ← training/rows-and-answers-apart
model.fit(x, y, epochs=3)

# %% one seed by name, and a data set
from sklearn.utils import shuffle

x = shuffle(x, random_state=SEED)
y = shuffle(y, random_state=SEED)
model.fit(x, y, epochs=3)
rows = rows.shuffle(100)
answers = answers.shuffle(200)
model.fit(rows, answers, epochs=3)

# %% batches whose rows are mixed after each epoch
class Clips(keras.utils.PyDataset):
    def __getitem__(self, index):
        rows = slice(index * 32, (index + 1) * 32)
        x, y = self.x[rows].copy(), self.y[rows]
        return x, y

    def on_epoch_end(self):
        self.rng.shuffle(self.x)  # ← training/rows-and-answers-apart

# %% a generator
def batches(x, y, size):
    while True:
        np.random.shuffle(x)  # ← training/rows-and-answers-apart
        for start in range(0, len(x), size):
            yield x[start : start + size], y[start : start + size]

# %% by an order that only one gets
class Clips(keras.utils.Sequence):
    def __getitem__(self, index):
        return self.images[index * 8 : index * 8 + 8], self.labels[index * 8 : index * 8 + 8]

    def on_epoch_end(self):
        order = np.random.permutation(len(self.images))
        self.images = self.images[order]  # ← training/rows-and-answers-apart

# %% only the rows
x, y = np.load("x.npy"), np.load("y.npy")
np.random.shuffle(x)  # ← training/rows-and-answers-apart
model.fit(x, y, epochs=3)

# %% both by one order, or an order of numbers
class Clips(keras.utils.PyDataset):
    def __getitem__(self, index):
        rows = self.order[index * 32 : (index + 1) * 32]
        return self.x[rows], self.y[rows]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


class Others(keras.utils.PyDataset):
    def __getitem__(self, index):
        return self.x[index * 8 : index * 8 + 8], self.y[index * 8 : index * 8 + 8]

    def on_epoch_end(self):
        order = np.random.permutation(len(self.x))
        self.x, self.y = self.x[order], self.y[order]


class Third(keras.utils.PyDataset):
    def __getitem__(self, index):
        return self.x[index * 8 : index * 8 + 8], self.y[index * 8 : index * 8 + 8]

    def on_epoch_end(self):
        order = np.random.permutation(len(self.x))
        self.x = self.x[order]
        self.y = self.y[order]

# %% the table, of which both are made later; labels that are mixed on purpose
table = np.load("table.npy")
np.random.shuffle(table)
x, y = table[:, :-1], table[:, -1]
model.fit(x, y, epochs=3)
mixed = np.copy(y)
np.random.shuffle(mixed)
model.fit(x, mixed, epochs=3)

# %% two data sets in a zip
rows = tf.data.Dataset.from_tensor_slices(x).shuffle(1000)
labels = tf.data.Dataset.from_tensor_slices(y)
data = tf.data.Dataset.zip((rows, labels)).batch(32)  # ← training/rows-and-answers-apart

# %% two data sets in a zip that is mixed, and pictures that are no pairs
rows = tf.data.Dataset.from_tensor_slices(x)
labels = tf.data.Dataset.from_tensor_slices(y)
data = tf.data.Dataset.zip((rows, labels)).shuffle(1000).batch(32)
both = tf.data.Dataset.zip((horses.shuffle(100), zebras.shuffle(100)))

# %% pictures of two kinds, which are no pairs
def batches(horses, zebras):
    np.random.shuffle(horses)
    for start in range(0, len(horses), 8):
        yield horses[start : start + 8], zebras[start : start + 8]

# %% both, each by itself, at the end of an epoch
class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, **given):
        super().__init__(**given)
        self.x, self.y = x, y

    def __len__(self):
        return len(self.x) // 32

    def __getitem__(self, at):
        part = slice(32 * at, 32 * at + 32)
        rows = self.x[part].astype("float32") / 255
        return rows, self.y[part]

    def on_epoch_end(self):
        np.random.shuffle(self.x)
        np.random.shuffle(self.y)  # ← training/rows-and-answers-apart

# %% in a generator
def batches(images, labels):
    while True:
        images = images[np.random.permutation(len(images))]
        labels = labels[np.random.permutation(len(labels))]  # ← training/rows-and-answers-apart
        for at in range(0, len(images), 32):
            yield images[at : at + 32], labels[at : at + 32]

# %% before a data set
x = x[np.random.permutation(len(x))]
y = y[np.random.permutation(len(y))]  # ← training/rows-and-answers-apart
train = tf.data.Dataset.from_tensor_slices((x, y)).batch(32)

# %% one order for both
class Batches(keras.utils.PyDataset):
    def __getitem__(self, at):
        part = slice(32 * at, 32 * at + 32)
        return self.x[part], self.y[part]

    def on_epoch_end(self):
        order = np.random.permutation(len(self.x))
        self.x, self.y = self.x[order], self.y[order]

# %% the same order, by the same seed
class Batches(keras.utils.PyDataset):
    def __getitem__(self, at):
        part = slice(32 * at, 32 * at + 32)
        return self.x[part], self.y[part]

    def on_epoch_end(self):
        seed = np.random.randint(10**6)
        np.random.RandomState(seed).shuffle(self.x)
        np.random.RandomState(seed).shuffle(self.y)

# %% two sets of images that are no pairs
class Batches(keras.utils.PyDataset):
    def __getitem__(self, at):
        part = slice(32 * at, 32 * at + 32)
        return self.horses[part], self.zebras[part]

    def on_epoch_end(self):
        np.random.shuffle(self.horses)
        np.random.shuffle(self.zebras)
