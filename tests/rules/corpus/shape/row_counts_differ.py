# %% targets of the test rows
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x, y = np.zeros((20, 3)), np.zeros(15)
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, verbose=0)  # ← shape/row-counts-differ

# %% split in two ways
x, y = np.random.rand(30, 3), np.random.rand(30)
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x[:20], y[:25], verbose=0)  # ← shape/row-counts-differ

# %% only for validation
x, y = np.random.rand(30, 3), np.random.rand(30)
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x[:20], y[:20], validation_data=(x[20:], y[21:]), verbose=0)  # ← shape/row-counts-differ

# %% evaluated on others
x, y = np.random.rand(30, 3), np.random.rand(30)
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.evaluate(x[:9], y, verbose=0)  # ← shape/row-counts-differ

# %% split alike
x, y = np.random.rand(30, 3), np.random.rand(30, 1)
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x[:-10], y[:20], validation_data=(x[-10:], y[20:]), verbose=0)
model.fit(x[::2], y[1::2], verbose=0)

# %% as many as there are
from sklearn.model_selection import train_test_split
x, y = np.random.rand(30, 3), np.random.rand(30)
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2)
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, y_train, validation_data=(x_test, y_test), verbose=0)

# %% chosen by a mask
x, y = np.random.rand(30, 3), np.random.rand(30)
chosen = x[:, 0] > 0.5
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x[chosen], y[chosen], verbose=0)
