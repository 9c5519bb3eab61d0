# %% two columns, one answer
from sklearn.preprocessing import MinMaxScaler

scaler = MinMaxScaler()
data = scaler.fit_transform(pd.read_csv("p.csv")[["open", "close"]].values)
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(data[:-1], data[1:, 0])
guess = model.predict(data)
print(scaler.inverse_transform(guess))  # ← shape/scaler-of-another-width

# %% windows
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
scaler.fit(np.random.rand(100, 3))
data = scaler.transform(np.random.rand(50, 3))
x = np.array([data[i : i + 10] for i in range(40)])
y = np.array([data[i + 10, 0] for i in range(40)])
model = Sequential([Input((10, 3)), layers.LSTM(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
print(scaler.inverse_transform(model.predict(x)))  # ← shape/scaler-of-another-width

# %% a scaler of its own
from sklearn.preprocessing import MinMaxScaler

scaler = MinMaxScaler()
x, y = np.random.rand(50, 2), scaler.fit_transform(np.random.rand(50, 1))
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
print(scaler.inverse_transform(model.predict(x)))

# %% an autoencoder
from sklearn.preprocessing import MinMaxScaler

scaler = MinMaxScaler()
x = scaler.fit_transform(np.random.rand(100, 3))
model = Sequential([Input((3,)), layers.Dense(2), layers.Dense(3)])
model.compile("adam", "mse")
model.fit(x, x)
print(scaler.inverse_transform(model.predict(x)))

# %% nobody knows how many
from sklearn.preprocessing import MinMaxScaler

scaler = MinMaxScaler()
x = scaler.fit_transform(np.loadtxt(["1 2 3", "4 5 6"]))
model = Sequential([Input((3,)), layers.Dense(3)])
print(scaler.inverse_transform(model.predict(x)))

# %% columns that were chosen when the file was read
from sklearn.preprocessing import MinMaxScaler

table = pd.read_csv("shares.csv", usecols=["open", "volume", "close"], engine="python").values
scaler = MinMaxScaler()
data = scaler.fit_transform(table)
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(data[:-1], data[1:, 2])
guess = model.predict(data)
guess = scaler.inverse_transform(guess)  # ← shape/scaler-of-another-width
