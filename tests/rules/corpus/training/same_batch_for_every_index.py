# %% the paths of the first batch
class Photos(keras.utils.Sequence):
    def __getitem__(self, idx):
        i = idx * self.batch_size
        paths = self.paths[i : i + self.batch_size]
        masks = self.masks[i : i + self.batch_size]
        x = np.zeros((self.batch_size, 8, 8, 3))
        for j, path in enumerate(self.paths[0 : self.batch_size]):  # ← training/same-batch-for-every-index
            x[j] = load(path)
        return x, np.array([load(path) for path in masks])

# %% in a comprehension, from the beginning
class Rows(keras.utils.PyDataset):
    def __getitem__(self, index):
        y = self.y[index * self.batch_size : (index + 1) * self.batch_size]
        x = self.x[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([read(row) for row in self.x[:self.batch_size]]), y  # ← training/same-batch-for-every-index

# %% an index that nobody reads
class Rows(keras.utils.Sequence):
    def __getitem__(self, index):
        rows = self.x[: self.batch_size]  # ← training/same-batch-for-every-index
        return np.array(rows), np.array(self.y[: self.batch_size])

# %% a queue
class Rows(keras.utils.Sequence):
    def __getitem__(self, index):
        rows, self.x = self.x[: self.batch_size], self.x[self.batch_size :]
        return rows, rows

# %% each batch its own
class Rows(keras.utils.PyDataset):
    def __getitem__(self, index):
        start = index * self.batch_size
        return self.x[start : start + self.batch_size], self.y[start : start + self.batch_size]

# %% by numbers that were mixed
class Rows(keras.utils.PyDataset):
    def __getitem__(self, index):
        numbers = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[numbers], self.y[numbers]

# %% drawn anew
class Rows(keras.utils.PyDataset):
    def __getitem__(self, index):
        np.random.shuffle(self.order)
        numbers = self.order[: self.batch_size]
        return self.x[numbers], self.y[numbers]

# %% the noise is the same for all
class Rows(keras.utils.PyDataset):
    def __getitem__(self, index):
        rows = self.x[index * self.batch_size : (index + 1) * self.batch_size]
        return rows + self.noise[: self.batch_size], rows

# %% cut down to whole batches
class Rows(keras.utils.PyDataset):
    def __getitem__(self, index):
        rows = self.x[index * self.batch_size :][: self.batch_size]
        return rows, rows

# %% a generator that begins anew in each round
def batches(x, y, size):
    while True:
        i = 0  # ← training/same-batch-for-every-index
        yield x[i : i + size], y[i : i + size]
        i += size

# %% a loop that counts for nothing
def batches(x, y, size=32):
    while 1:
        for _ in range(len(x) // size):
            start = 0  # ← training/same-batch-for-every-index
            rows = x[start : start + size]
            yield rows, y[start : start + size]
            start += size

# %% a generator that begins before its loop, and one with a loop inside
def batches(x, y, size):
    i = 0
    while True:
        yield x[i : i + size], y[i : i + size]
        i = (i + size) % len(x)


def others(x, y, size):
    while True:
        i = 0
        while i < len(x):
            yield x[i : i + size], y[i : i + size]
            i += size

# %% a generator that mixes its rows, and one that reads others
def batches(x, y, size):
    while True:
        first = 0
        order = np.random.permutation(len(x))
        yield x[order[first:size]], y[order[first:size]]


def files(paths):
    for path in paths:
        start = 1
        rows = np.load(path)
        yield rows[start:], rows[:start]

# %% by the number of a batch
def batches(x, y, size):
    while True:
        batch = 0  # ← training/same-batch-for-every-index
        start = batch * size
        end = start + size
        yield x[start:end], y[start:end]
        batch += 1

# %% a generator that gives away what it has
def batches(x, size):
    while True:
        i = 0
        yield x[i:size]
        x = x[size:]
        i += 1
