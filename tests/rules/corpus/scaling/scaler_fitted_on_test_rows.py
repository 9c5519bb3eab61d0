# %% validation
from sklearn.preprocessing import MinMaxScaler

scaler = MinMaxScaler()
x_train = scaler.fit_transform(np.load("train.npy"))
x_valid = scaler.fit_transform(np.load("valid.npy"))
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_valid, y_valid))  # ← scaling/scaler-fitted-on-test-rows

# %% evaluation
from sklearn import preprocessing

model = Sequential()
model.add(layers.Dense(1, input_dim=20))
model.compile(loss="mse", optimizer="adam")
model.fit(preprocessing.scale(np.load("train.npy")), y_train)
test = preprocessing.scale(np.load("test.npy"))
model.evaluate(test, y_test)  # ← scaling/scaler-fitted-on-test-rows

# %% two scalers, prediction
from sklearn.preprocessing import StandardScaler

a = Input((20,))
model = Model(a, layers.Dense(1)(a))
model.compile(loss="mse", optimizer="adam")
x_train = StandardScaler().fit_transform(pd.read_csv("train.csv"))
x_test = StandardScaler().fit_transform(pd.read_csv("test.csv"))
model.fit(x_train, y_train)
answers = model.predict(x_test)  # ← scaling/scaler-fitted-on-test-rows

# %% right
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
x_train = scaler.fit_transform(np.load("train.npy"))
x_valid = scaler.transform(np.load("valid.npy"))
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_valid, y_valid))
model.evaluate(x_train, y_train)

# %% scaled before the split
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

x = StandardScaler().fit_transform(np.load("x.npy"))
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_test, y_test))

# %% row by row there is nothing to fit
from sklearn.preprocessing import Normalizer

x_train = Normalizer().fit_transform(np.load("train.npy"))
x_test = Normalizer().fit_transform(np.load("test.npy"))
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_test, y_test))

# %% the targets have a scaler of their own
from sklearn.preprocessing import StandardScaler

x_train = StandardScaler().fit_transform(np.load("train.npy"))
y_train = StandardScaler().fit_transform(np.load("targets.npy"))
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, validation_split=0.2)
model.predict(x_train[:10])

# %% each with a mean of its own
x_train, x_test = np.load("a.npy"), np.load("b.npy")
x_train = (x_train - x_train.mean(axis=0)) / x_train.std(axis=0)
x_test = (x_test - x_test.mean(axis=0)) / x_test.std(axis=0)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, y)
model.evaluate(x_test, z)  # ← scaling/scaler-fitted-on-test-rows

# %% the mean of the training rows
x_train, x_test = np.load("a.npy"), np.load("b.npy")
mean, deviation = x_train.mean(axis=0), x_train.std(axis=0)
x_train = (x_train - mean) / deviation
x_test = (x_test - mean) / deviation
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, y)
model.evaluate(x_test, z)
