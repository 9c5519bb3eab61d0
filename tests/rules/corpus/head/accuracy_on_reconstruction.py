# %% binary cross-entropy
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train.reshape((len(x_train), 784)).astype("float32") / 255
model = Sequential([Input((784,)), layers.Dense(32, activation="relu"), layers.Dense(784, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])  # ← head/accuracy-on-reconstruction
model.fit(x_train, x_train, epochs=5, validation_data=(x_test, x_test))

# %% squared error, convolutions
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = np.expand_dims(x_train, -1) / 255.0
inputs = Input((28, 28, 1))
x = layers.Conv2D(8, 3, strides=2, padding="same", activation="relu")(inputs)
outputs = layers.Conv2DTranspose(1, 3, strides=2, padding="same", activation="sigmoid")(x)
model = Model(inputs, outputs)
model.compile("adam", "mse", ["accuracy"])  # ← head/accuracy-on-reconstruction
model.fit(x_train, x_train)

# %% sensor rows
rows = pd.read_csv("sensors.csv")
model = Sequential()
model.add(layers.Dense(4, input_dim=20, activation="relu"))
model.add(layers.Dense(20))
model.compile(loss="mae", optimizer="adam", metrics=["mse", "acc"])  # ← head/accuracy-on-reconstruction
history = model.fit(rows, rows, epochs=100, shuffle=True)

# %% the error
x = np.load("x.npy")
model = Sequential([Input((64,)), layers.Dense(8, activation="relu"), layers.Dense(64, activation="sigmoid")])
model.compile(loss="mse", optimizer="adam", metrics=["mae"])
model.fit(x, x)

# %% a classifier
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x_train, y_train)

# %% a language model that repeats its tokens
tokens = np.load("tokens.npy")
model = Sequential([layers.Embedding(100, 8), layers.LSTM(8, return_sequences=True)])
model.add(layers.Dense(100, activation="softmax"))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(tokens, tokens)

# %% one-hot rows
rows = keras.utils.to_categorical(np.arange(8), 8)
model = Sequential([Input((8,)), layers.Dense(3, activation="sigmoid"), layers.Dense(8, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(rows, rows)

# %% columns of one file
dataset = np.loadtxt("data.csv", delimiter=",")
model = Sequential([Input((8,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(dataset[:, :8], dataset[:, 8])

# %% the next step of a series
series = np.load("series.npy")
model = Sequential([Input((10, 1)), layers.LSTM(8, return_sequences=True), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])
model.fit(series[:, :-1], series[:, 1:])

# %% bits
bits = np.array([[0, 0, 1], [0, 1, 0], [1, 0, 0]])
model = Sequential([Input((3,)), layers.Dense(2, activation="tanh"), layers.Dense(3, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["binary_accuracy"])
model.fit(bits, bits)
