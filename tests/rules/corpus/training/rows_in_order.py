# %% list
x, y = np.load("x.npy"), np.load("y.npy")
model = Sequential([Input((12,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20, shuffle=False)  # ← training/rows-in-order

# %% a table
data = pd.read_csv("a.csv")
model = Sequential()
model.add(layers.Dense(8, input_dim=12, activation="relu"))
model.add(layers.Dense(3, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(data.drop("class", axis=1).values, y, nb_epoch=20, shuffle=False)  # ← training/rows-in-order

# %% shuffled
x, y = np.load("x.npy"), np.load("y.npy")
model = Sequential([Input((12,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20)

# %% a forecast
x, y = np.load("x.npy"), np.load("y.npy")
model = Sequential([Input((12,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, shuffle=False)

# %% over time
x, y = np.load("x.npy"), np.load("y.npy")
model = Sequential([Input((12, 3)), layers.LSTM(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20, shuffle=False)

# %% mixed by the program
x, y = np.load("x.npy"), np.load("y.npy")
x, y = sklearn.utils.shuffle(x, y)
model = Sequential([Input((12,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=20, shuffle=False)

# %% split at random
from sklearn.model_selection import train_test_split

x_train, x_test, y_train, y_test = train_test_split(np.load("x.npy"), np.load("y.npy"))
model = Sequential([Input((12,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=20, shuffle=False)

# %% known to be sorted
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
x, y = load_iris(return_X_y=True)
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.3, shuffle=False)
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train, y_train)  # ← training/rows-in-order

# %% put together class by class
y = np.concatenate([np.zeros(len(cats)), np.ones(len(dogs))])
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y, validation_split=0.2)  # ← training/rows-in-order

# %% put together, then split at random
from sklearn.model_selection import train_test_split
y = np.concatenate([np.zeros(50), np.ones(50)])
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x_train, y_train, validation_split=0.2)

# %% pictures that were put together class by class
pictures, labels = [], []
for number, folder in enumerate(folders):
    for name in sorted(os.listdir(folder)):
        pictures.append(keras.utils.img_to_array(keras.utils.load_img(name)))
        labels.append(number)
x, y = np.array(pictures), keras.utils.to_categorical(labels, 5)
net = Sequential([layers.Flatten(), layers.Dense(5, activation="softmax")])
net.compile(loss="categorical_crossentropy", optimizer="adam")
net.fit(x, y, shuffle=True, validation_split=0.2)  # ← training/rows-in-order

# %% put together so, and mixed, and steps of a series
pictures, labels = [], []
for number, folder in enumerate(folders):
    for name in sorted(os.listdir(folder)):
        pictures.append(keras.utils.img_to_array(keras.utils.load_img(name)))
        labels.append(number)
order = np.random.permutation(len(labels))
x, y = np.array(pictures)[order], keras.utils.to_categorical(labels, 5)[order]
net = Sequential([layers.Flatten(), layers.Dense(5, activation="softmax")])
net.compile(loss="categorical_crossentropy", optimizer="adam")
net.fit(x, y, validation_split=0.2)
