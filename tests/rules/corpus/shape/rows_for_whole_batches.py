# %% five hundred in batches of 16
x, y = np.random.rand(500, 10, 4), np.random.rand(500)
model = Sequential([Input((10, 4), batch_size=16), layers.LSTM(8, stateful=True), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, batch_size=16)  # ← shape/rows-for-whole-batches

# %% what the split leaves
x, y = np.random.rand(100, 10, 4), np.random.rand(100)
model = Sequential([layers.GRU(8, stateful=True, batch_input_shape=(20, 10, 4)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, batch_size=20, validation_split=0.1)  # ← shape/rows-for-whole-batches

# %% a multiple
x, y = np.random.rand(480, 10, 4), np.random.rand(480)
model = Sequential([Input((10, 4), batch_size=16), layers.LSTM(8, stateful=True), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, batch_size=16)

# %% no state
x, y = np.random.rand(500, 10, 4), np.random.rand(500)
model = Sequential([Input((10, 4)), layers.LSTM(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, batch_size=16)

# %% nobody knows how many rows
import sys

x = np.zeros((16 * len(sys.argv), 10, 4))
y = np.zeros(len(x))
model = Sequential([Input((10, 4), batch_size=16), layers.LSTM(8, stateful=True), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, batch_size=16)

# %% other batches
x, y = np.random.rand(320, 10, 2), np.random.rand(320)
model = Sequential([Input((10, 2), batch_size=32), layers.LSTM(8, stateful=True), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, batch_size=16)  # ← shape/rows-for-whole-batches

# %% the batches of Keras
x, y = np.random.rand(320, 10, 2), np.random.rand(320)
model = Sequential([Input((10, 2), batch_size=32), layers.LSTM(8, stateful=True), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
