# %% a list
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy", "mae"])  # ← head/accuracy-on-regression

# %% numbers
x = np.arange(100.0)
model = Sequential([Input((1,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])  # ← head/accuracy-on-regression
model.fit(x, 5 * x)

# %% among others, old spelling
model = Sequential()
model.add(layers.Dense(8, input_dim=4, activation="relu"))
model.add(layers.Dense(1, activation="linear"))
model.compile(loss="mean_absolute_error", optimizer="adam", metrics=["mae", "acc"])  # ← head/accuracy-on-regression

# %% functional, objects
inputs = Input((10, 1))
x = layers.LSTM(8)(inputs)
model = Model(inputs, layers.Dense(1)(x))
model.compile(
    loss=losses.Huber(),
    optimizer="adam",
    metrics=[keras.metrics.MeanSquaredError(), keras.metrics.BinaryAccuracy()],  # ← head/accuracy-on-regression
)

# %% one of two outputs
inputs = Input((4,))
kind = layers.Dense(3, activation="softmax", name="kind")(inputs)
price = layers.Dense(1, name="price")(inputs)
model = Model(inputs, [kind, price])
model.compile(  # ← head/accuracy-on-regression
    loss={"kind": "categorical_crossentropy", "price": "mae"},
    metrics={"kind": "accuracy", "price": "accuracy"},
    optimizer="adam",
)

# %% a regression's metric
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["mae"])

# %% classes
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])

# %% classes by least squares
model = Sequential([Input((4,)), layers.Dense(3)])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])

# %% real and fake
discriminator = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
discriminator.compile(loss="mse", optimizer="adam", metrics=["accuracy"])
discriminator.train_on_batch(rows, np.ones((32, 1)))

# %% real and fake, inside another model
noise = Input((10,))
discriminator = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
discriminator.compile(loss="mse", optimizer="adam", metrics=["accuracy"])
generator = Sequential([Input((10,)), layers.Dense(4)])
gan = Model(noise, discriminator(generator(noise)))
gan.compile(loss="mse", optimizer="adam")

# %% patches, real and fake
discriminator = Sequential([Input((64, 64, 3)), layers.Conv2D(8, 3, strides=2), layers.LeakyReLU(), layers.Conv2D(1, 3)])
discriminator.compile(loss="mse", optimizer="adam", metrics=["accuracy"])

# %% exclusive or, with a linear unit
x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 1, 1, 0])
model = Sequential([Input((2,)), layers.Dense(4, activation="tanh"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])
model.fit(x, y)

# %% a metric of one's own that is called so
def accuracy(y_true, y_pred):
    return tf.reduce_mean(tf.cast(tf.abs(y_true - y_pred) < 1, "float32"))


model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=[accuracy])

# %% an output of two, metrics in one list
inputs = Input((4,))
kind = layers.Dense(3, activation="softmax", name="kind")(inputs)
price = layers.Dense(1, name="price")(inputs)
model = Model(inputs, [kind, price])
model.compile(loss=["categorical_crossentropy", "mse"], metrics=["accuracy", "mae"], optimizer="adam")

# %% nothing is known
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])  # ← head/accuracy-on-regression

# %% columns of one file
dataset = np.loadtxt("housing.csv", delimiter=",")
model = Sequential([Input((8,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])  # ← head/accuracy-on-regression
model.fit(dataset[:, :8], dataset[:, 8])

# %% exclusive or
model = Sequential([Input((2,)), layers.Dense(4, activation="tanh"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])
model.fit(np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0]))
