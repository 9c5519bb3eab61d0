# %% the whole shape
x_train, y_train = np.zeros((10, 8, 1)), np.zeros(10)
model = Sequential([layers.Conv1D(8, 3, input_shape=x_train.shape), layers.Flatten(), layers.Dense(1)])  # ← shape/rows-in-the-shape
model.compile("adam", "mse")
model.fit(x_train, y_train)

# %% under a name
x, y = np.zeros((10, 4)), np.zeros(10)
count, width = x.shape[0], x.shape[1]
model = Sequential([Input(shape=(count, width)), layers.Dense(1)])  # ← shape/rows-in-the-shape
model.compile("adam", "mse")
model.fit(x=x, y=y)

# %% as many columns as rows
x_train = x = np.zeros((10, 4))
y_train = y = np.zeros(10)
model = Sequential([layers.Dense(1, input_dim=len(x))])  # ← shape/rows-in-the-shape
model.compile("adam", "mse")
model.fit(x, y)

# %% one row
x_train, y_train = np.zeros((10, 8, 1)), np.zeros(10)
model = Sequential([layers.Conv1D(8, 3, input_shape=x_train.shape[1:]), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, y_train)

# %% the width alone
x_train = x = np.zeros((10, 4))
y_train = y = np.zeros(10)
model = Sequential([layers.Dense(8, input_shape=(x_train.shape[1],)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, y_train)

# %% another array is fed: this one is a single image
images, labels = np.zeros((10, 8, 8, 1)), np.zeros(10)
image = images[0]
model = Sequential([layers.Conv2D(8, 3, input_shape=image.shape), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(images, labels)

# %% the axes are moved before the training
x, y = np.zeros((4, 3)), np.zeros((1, 8))
steps = x.shape[0]
model = Sequential([layers.LSTM(8, input_shape=(steps, 3))])
model.compile("adam", "mse")
model.fit(x.reshape(1, steps, 3), y)

# %% by way of a function, or of a name
def build(width):
    i = Input(shape=(width,))
    return Model(i, layers.Dense(1)(i))


rows, wanted = np.loadtxt("rows.txt"), np.loadtxt("wanted.txt")
count, columns = rows.shape
first = build(len(rows))  # ← shape/rows-in-the-shape
second = Sequential([Input((count,)), layers.Dense(1)])  # ← shape/rows-in-the-shape
for net in (first, second):
    net.compile(loss="mse", optimizer="adam")
    net.fit(rows, wanted)

# %% the columns, by way of a function, or of a name
def build(width):
    i = Input(shape=(width,))
    return Model(i, layers.Dense(1)(i))


rows, wanted = np.random.rand(20, 3), np.random.rand(20)
count, columns = rows.shape
for net in (build(rows.shape[1]), Sequential([Input((columns,)), layers.Dense(1)])):
    net.compile(loss="mse", optimizer="adam")
    net.fit(rows, wanted)

# %% the shape of all rows, cut, spread or put together
x_train, y_train = np.load("rows.npy"), np.load("answers.npy")
for net in (
    Sequential([Input(shape=x_train.shape[:1]), layers.Dense(1)]),  # ← shape/rows-in-the-shape
    Sequential([layers.InputLayer(shape=x_train.shape[0:2]), layers.Dense(1)]),  # ← shape/rows-in-the-shape
    Sequential([Input((*x_train.shape, 1)), layers.LSTM(1)]),  # ← shape/rows-in-the-shape
    Sequential([Input(tuple(x_train.shape)), layers.Dense(1)]),  # ← shape/rows-in-the-shape
    Sequential([Input(x_train.shape[:2] + (1,)), layers.LSTM(1)]),  # ← shape/rows-in-the-shape
    Sequential([Input(x_train.shape[1:]), layers.Dense(1)]),
    Sequential([Input((*x_train.shape[1:], 1)), layers.LSTM(1)]),
    Sequential([Input((None,) + x_train.shape[2:]), layers.Dense(1)]),
):
    net.compile(loss="mse", optimizer="adam")
    net.fit(x_train, y_train)
