# %% standardised, and not
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
table = pd.read_csv("a.csv").values
x_train, x_test = train_test_split(table)
scaler = StandardScaler()
x_scaled = scaler.fit_transform(x_train)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_scaled, y)
print(model.predict(x_test))  # ← scaling/raw-test-rows

# %% divided, and not
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train / 255
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train, y_train, validation_data=(x_test, y_test))  # ← scaling/raw-test-rows

# %% both divided
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train, x_test = x_train / 255, x_test / 255
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train, y_train, validation_data=(x_test, y_test))

# %% scaled in the call
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
x_train, x_test = train_test_split(pd.read_csv("a.csv").values)
scaler = StandardScaler()
x_train = scaler.fit_transform(x_train)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, y)
model.predict(scaler.transform(x_test))

# %% other data
from sklearn.preprocessing import StandardScaler
x = StandardScaler().fit_transform(pd.read_csv("a.csv").values)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
model.predict(pd.read_csv("b.csv").values)
