# %% rows for batches
class Rows(keras.utils.PyDataset):
    def __len__(self):
        return len(self.x)  # ← training/data-set-miscounted

    def __getitem__(self, i):
        return self.x[i * self.size:(i + 1) * self.size], self.y[i * self.size:(i + 1) * self.size]

# %% the first dimension for batches
class Rows(keras.utils.Sequence):
    def __len__(self):
        return self.x.shape[0]  # ← training/data-set-miscounted

    def __getitem__(self, index):
        low = index * self.size
        return self.x[low:low + self.size], self.y[low:low + self.size]

# %% batches one row apart
class Rows(keras.utils.Sequence):
    def __len__(self):
        return len(self.x) // self.size

    def __getitem__(self, i):
        return self.x[i:i + self.size], self.y[i:i + self.size]  # ← training/data-set-miscounted

# %% counted in batches
class Rows(keras.utils.PyDataset):
    def __len__(self):
        return int(np.ceil(len(self.x) / self.size))

    def __getitem__(self, i):
        return self.x[i * self.size:(i + 1) * self.size], self.y[i * self.size:(i + 1) * self.size]

# %% one file a batch
class Files(keras.utils.PyDataset):
    def __len__(self):
        return len(self.names)

    def __getitem__(self, i):
        return np.load(self.names[i]), np.load(self.answers[i])

# %% windows, one step apart
class Windows(keras.utils.PyDataset):
    def __len__(self):
        return len(self.x) - self.steps

    def __getitem__(self, i):
        return self.x[i:i + self.steps], self.x[i + self.steps]

# %% the length of nothing
class Batches(keras.utils.Sequence):
    def __len__(self):
        return len()

    def __getitem__(self, index):
        return self.x[index * self.size : (index + 1) * self.size]
