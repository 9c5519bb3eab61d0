# %% a list
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])  # ← head/squashed-regression
model.compile(loss="mse", optimizer="sgd")

# %% one by one, an old spelling, another range
model = Sequential()
model.add(layers.Dense(8, activation="relu", input_dim=4))
model.add(layers.Dense(1))
model.add(layers.Activation("tanh"))  # ← head/squashed-regression
model.compile(loss="mean_absolute_error", optimizer="sgd")

# %% functional, a loss object, targets as they are in the file
data = pd.read_csv("houses.csv")
inputs = Input((4,))
hidden = layers.Dense(8, activation="relu")(inputs)
outputs = layers.Dense(1, activation="sigmoid")(hidden)  # ← head/squashed-regression
model = Model(inputs, outputs)
model.compile(loss=losses.Huber(), optimizer="adam")
model.fit(data[["rooms", "age", "area", "floor"]], data["price"], epochs=10)

# %% columns of one file are not a reconstruction
dataset = np.loadtxt("housing.csv", delimiter=",")
X, Y = dataset[:, 0:8], dataset[:, 8]
model = Sequential([Input((8,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])  # ← head/squashed-regression
model.compile(loss="mse", optimizer="adam")
model.fit(X, Y)

# %% softmax on several numbers
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(3, activation="softmax")])  # ← head/squashed-regression
model.compile(loss="mse", optimizer="adam", metrics=["mae"])

# %% standardised targets lie on both sides of 0
from sklearn.preprocessing import StandardScaler
x, y = np.load("x.npy"), np.load("y.npy")
y = StandardScaler().fit_transform(y)
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])  # ← head/squashed-regression
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)

# %% one of two outputs
inputs = Input((4,))
hidden = layers.Dense(8, activation="relu")(inputs)
price = layers.Dense(1, activation="sigmoid", name="price")(hidden)  # ← head/squashed-regression
sold = layers.Dense(1, activation="sigmoid", name="sold")(hidden)
model = Model(inputs, [price, sold])
model.compile(loss={"price": "mse", "sold": "binary_crossentropy"}, optimizer="adam")

# %% a linear head
model = Sequential([Input((4,)), layers.Dense(8, activation="sigmoid"), layers.Dense(1)])
model.compile(loss="mse", optimizer="sgd")

# %% an autoencoder
(x_train, _), (x_test, _) = keras.datasets.mnist.load_data()
x_train = x_train.reshape(-1, 784).astype("float32") / 255
model = Sequential([Input((784,)), layers.Dense(32, activation="relu"), layers.Dense(784, activation="sigmoid")])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, x_train, epochs=5)

# %% from image to image
inputs = Input((64, 64, 1))
x = layers.Conv2D(16, 3, activation="relu", padding="same")(inputs)
outputs = layers.Conv2D(3, 3, activation="tanh", padding="same")(x)
model = Model(inputs, outputs)
model.compile(loss="mae", optimizer="adam")

# %% scaled on purpose
from sklearn.preprocessing import MinMaxScaler
y = MinMaxScaler().fit_transform(np.load("y.npy"))
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="mse", optimizer="adam")
model.fit(np.load("x.npy"), y)

# %% exclusive or
x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])
model = Sequential([layers.Dense(8, input_dim=2, activation="tanh"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="mean_squared_error", optimizer="adam")
model.fit(x, y, epochs=500)

# %% classes: another rule's
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])

# %% policy and value of a game
inputs = Input((64,))
x = layers.Dense(32, activation="relu")(inputs)
model = Model(inputs, [layers.Dense(9, activation="softmax")(x), layers.Dense(1, activation="tanh")(x)])
model.compile(loss=["categorical_crossentropy", "mse"], optimizer="adam")

# %% numbers between 0 and 1
x, y = np.linspace(0, 9, 100), np.random.uniform(0, 1, 100)
model = Sequential([Input((1,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)

# %% sigmoid, then made as large as the targets
inputs = Input((4,))
outputs = layers.Rescaling(100.0)(layers.Dense(1, activation="sigmoid")(inputs))
model = Model(inputs, outputs)
model.compile(loss="mse", optimizer="adam")

# %% compiled again before it is trained
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="mse", optimizer="adam")
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)

# %% a box in parts of the image
boxes = load_boxes()
model = Sequential([Input((32,)), layers.Dense(4, activation="sigmoid")])
model.compile(loss="mse", optimizer="adam")
model.fit(load_images(), boxes)

# %% the discriminator of a GAN
noise = Input((10,))
discriminator = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
discriminator.compile(loss="mse", optimizer="adam")
generator = Sequential([Input((10,)), layers.Dense(4)])
discriminator.trainable = False
gan = Model(noise, discriminator(generator(noise)))
gan.compile(loss="mse", optimizer="adam")

# %% a gate, not a head
inputs = Input((8,))
gate = layers.Dense(8, activation="sigmoid")(inputs)
outputs = layers.Multiply()([inputs, gate])
model = Model(inputs, outputs)
model.compile(loss="mse", optimizer="adam")

# %% a loss of one's own
def distance(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))


model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss=distance, optimizer="adam")

# %% targets below zero, by a function of the author's
f = lambda x: -1.0 / (np.exp(10.0 * x) + 1.0)
x = np.linspace(-1, 1, 111)
model = Sequential([Input((1,)), layers.Dense(1, activation="sigmoid")])  # ← head/squashed-regression
model.compile("adam", "mse")
model.fit(x, f(x))

# %% and above
f = lambda x: 1 - 1.0 / (np.exp(10.0 * x) + 1.0)
x = np.linspace(-1, 1, 111)
model = Sequential([Input((1,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "mse")
model.fit(x, f(x))

# %% targets that TensorFlow draws, beyond what the head reaches
far = tf.random.uniform((64, 1), minval=-10.0, maxval=10.0)
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])  # ← head/squashed-regression
model.compile(loss="mse", optimizer="sgd")
model.fit(tf.random.normal((64, 4)), far)

# %% and within
near = tf.random.uniform((64, 1))
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="mse", optimizer="sgd")
model.fit(tf.random.normal((64, 4)), near)

# %% divided, and still beyond
table = pd.read_csv("homes.csv")
y = table["price"].astype("float32") / 100_000  # 0.349 ... 7.55
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = Sequential([layers.Dense(64, activation="relu"), layers.Dense(1, activation="sigmoid")])  # ← head/squashed-regression
model.compile("adam", "mae")
model.fit(x_train, y_train)

# %% divided into the range
table = pd.read_csv("homes.csv")
y = table["price"].astype("float32") / 1_000_000  # 0.03 ... 0.755
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = Sequential([layers.Dense(64, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "mae")
model.fit(x_train, y_train)

# %% divided by what the program does not tell
table = pd.read_csv("homes.csv")
y = table["grade"] / 20
model = Sequential([layers.Dense(64, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "mae")
model.fit(x, y)

# %% sums of what was drawn
x = np.random.randint(0, 50, size=(5000, 2)).astype("float32")
y = x.sum(axis=1)
model = Sequential([Input((2,)), layers.Dense(16, activation="tanh"), layers.Dense(1, activation="tanh")])  # ← head/squashed-regression
model.compile("sgd", "mean_absolute_error")
model.fit(x / 50, y)

# %% windows that a helper collects, and cuts into the range
FULL = 100.0


def windows(table, length):
    rows, goals = [], []
    for _, cycle in table.groupby("cycle"):
        values = cycle[["current", "voltage"]].to_numpy("float32")
        charge = cycle["charge"].clip(0.0, FULL).to_numpy("float32") / FULL
        for end in range(length, len(cycle) + 1):
            rows.append(values[end - length : end])
            goals.append(charge[end - 1])
    return np.stack(rows), np.array(goals).reshape(-1, 1)


x, y = windows(pd.read_csv("cells.csv"), 20)
model = Sequential([Input((20, 2)), layers.GRU(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)

# %% cut into the range by functions of NumPy
def read(path):
    rows, goals = [], []
    for line in open(path):
        *values, percent = map(float, line.split(","))
        rows.append(values)
        goals.append(np.clip(percent / 100, 0, 1))
    return np.array(rows), np.array(goals)


model = Sequential([Input((4,)), layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="mae", optimizer="adam")
model.fit(*read("percent.csv"))

# %% cut at another place than divided, which the targets are not
def windows(table):
    rows, goals = [], []
    for _, cycle in table.groupby("cycle"):
        rows.append(cycle["current"].clip(0, 500).to_numpy() / 100)
        goals.append(cycle["seconds"].to_numpy()[-1])
    return np.array(rows), np.array(goals)


model = Sequential([Input((4,)), layers.Dense(8), layers.Dense(1, activation="sigmoid")])  # ← head/squashed-regression
model.compile(loss="mse", optimizer="adam")
model.fit(*windows(pd.read_csv("cells.csv")))
