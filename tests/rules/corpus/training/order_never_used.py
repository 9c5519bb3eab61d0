# %% row by row, by numbers that nobody mixed
class Loader(keras.utils.Sequence):
    def __init__(self, dataset, size, shuffle):
        self.dataset, self.size, self.shuffle = dataset, size, shuffle
        self.indexes = np.arange(len(dataset))
        self.on_epoch_end()

    def __getitem__(self, i):
        data = []
        for j in range(i * self.size, (i + 1) * self.size):
            data.append(self.dataset[j])  # ← training/order-never-used
        return [np.stack(samples, axis=0) for samples in zip(*data)]

    def __len__(self):
        return len(self.indexes) // self.size

    def on_epoch_end(self):
        if self.shuffle:
            self.indexes = np.random.permutation(self.indexes)

# %% an order of the method alone
class Rows(keras.utils.PyDataset):
    def __getitem__(self, index):
        start = index * self.size
        return self.x[start : start + self.size], self.y[start : start + self.size]  # ← training/order-never-used

    def on_epoch_end(self):
        order = np.arange(len(self.x))
        np.random.shuffle(order)

# %% a generator
def batches(x, y, size):
    order = np.arange(len(x))
    while True:
        np.random.shuffle(order)  # ← training/order-never-used
        for start in range(0, len(order), size):
            yield x[start : start + size], y[start : start + size]

# %% a class with a generator
class Batches:
    def __init__(self, x, y):
        self.x, self.y = x, y
        self.order = np.arange(len(x))

    def __iter__(self):
        np.random.shuffle(self.order)  # ← training/order-never-used
        for start in range(0, len(self.x), 32):
            yield self.x[start : start + 32], self.y[start : start + 32]

# %% steps by hand
def train(model, x, y, epochs):
    for epoch in range(epochs):
        order = np.random.permutation(len(x))  # ← training/order-never-used
        for start in range(0, len(x), 32):
            model.train_on_batch(x[start : start + 32], y[start : start + 32])

# %% the order is used
class Rows(keras.utils.PyDataset):
    def __init__(self, x, y):
        super().__init__()
        self.x, self.y, self.order = x, y, np.arange(len(x))

    def __getitem__(self, index):
        rows = self.order[index * 32 : (index + 1) * 32]
        return self.x[rows], self.y[rows]

    def on_epoch_end(self):
        np.random.shuffle(self.order)

# %% by a helper
class Rows(keras.utils.PyDataset):
    def __init__(self, x, y):
        super().__init__()
        self.x, self.y, self.order = x, y, np.arange(len(x))

    def rows_of(self, index):
        return [self.order[place] for place in range(index * 32, (index + 1) * 32)]

    def __getitem__(self, index):
        return self.x[self.rows_of(index)], self.y[self.rows_of(index)]

    def on_epoch_end(self):
        np.random.shuffle(self.order)

# %% read from outside, and by a class that follows
class Rows(keras.utils.PyDataset):
    def __init__(self, x):
        super().__init__()
        self.x, self.order = x, np.arange(len(x))
        np.random.shuffle(self.order)

    def __getitem__(self, index):
        return self.x[index * 32 : (index + 1) * 32]

rows = Rows(x)
rows.x = rows.x[rows.order]

# %% on another class, which may read it
class Rows(OrderedRows):
    def __getitem__(self, index):
        return self.x[index * 32 : (index + 1) * 32]

    def on_epoch_end(self):
        self.order = np.arange(100)
        np.random.shuffle(self.order)

# %% the rows are mixed, and numbers of them are left over
def batches(x, y, size):
    order = np.arange(len(x))
    np.random.shuffle(order)
    x, y = shuffle(x, y)
    for start in range(0, len(x), size):
        yield x[start : start + size], y[start : start + size]

# %% an order that is used by another name
def batches(x, size):
    order = np.random.permutation(len(x))
    rows = x[order]
    for start in range(0, len(x), size):
        yield rows[start : start + size]

# %% the rows themselves
def batches(rows, size):
    rows = list(rows)
    np.random.shuffle(rows)
    for start in range(0, len(rows), size):
        yield rows[start : start + size]

# %% no rows at all
def report(x):
    order = np.random.permutation(len(x))
    print(len(order))
