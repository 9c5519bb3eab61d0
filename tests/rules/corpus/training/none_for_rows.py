# %% an order
order = np.arange(len(x))
order = np.random.shuffle(order)  # ← training/none-for-rows
x, y = x[order], y[order]

# %% with a generator, and from the module
from random import shuffle

rng = np.random.default_rng(1)
rows = rng.shuffle(rows)  # ← training/none-for-rows
paths = shuffle(paths)  # ← training/none-for-rows
print(rows, paths)

# %% tables and lists
import os

table = pd.read_csv("a.csv")
table = table.dropna(inplace=True)  # ← training/none-for-rows
x = table.drop(columns="y", inplace=True)  # ← training/none-for-rows
names = os.listdir("a").sort()  # ← training/none-for-rows
print(x, names)

# %% an attribute
class Rows(keras.utils.PyDataset):
    def on_epoch_end(self):
        self.order = np.random.shuffle(self.order)  # ← training/none-for-rows

    def __getitem__(self, index):
        return self.x[self.order[index]]

# %% on lines of their own
import os
import random

np.random.shuffle(order)
table.dropna(inplace=True)
random.shuffle(paths)
paths.sort()

# %% what gives rows
from sklearn.utils import shuffle

x, y = shuffle(x, y)
x = shuffle(x)
table = table.dropna()
paths = sorted(paths)
order = np.random.permutation(order)
data = data.shuffle(1000)
values = values.sort()
print(x, table, order)

# %% a result that nobody reads
_ = np.random.shuffle(order)
nothing = table.dropna(inplace=True)

# %% in place, or not
def shuffle(rows):
    return rows[::-1]

rows = shuffle(rows)
table = table.dropna(inplace=False)
print(rows, table)

# %% the random numbers of Keras, which give the rows that they shuffled
from keras import random

rows = np.arange(10)
rows = random.shuffle(rows, seed=1)
model.fit(rows, rows)
