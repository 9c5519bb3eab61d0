# %% several classes
x, y = np.zeros((8, 10, 3)), np.zeros(8)
model = Sequential()
model.add(layers.GRU(8, return_sequences=True, input_shape=(10, 3)))
model.add(layers.GRU(8, return_sequences=True))  # ← shape/return-sequences-left-on
model.add(layers.Dropout(0.2))
model.add(layers.Dense(3, activation="softmax"))
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% both ways, functional
x, y = np.zeros((8, 10, 3)), np.zeros((8, 1))
a = Input((10, 3))
b = layers.Bidirectional(layers.LSTM(4, return_sequences=True))(a)  # ← shape/return-sequences-left-on
model = Model(a, layers.Dense(1, activation="sigmoid")(layers.Dense(4, activation="relu")(b)))
model.compile("sgd", losses.BinaryCrossentropy())
model.fit(x, y)

# %% images, row by row
(x, y), _ = keras.datasets.mnist.load_data()
model = Sequential([
    Input((28, 28)),
    layers.SimpleRNN(8, return_sequences=True),  # ← shape/return-sequences-left-on
    layers.Dense(10, activation="softmax"),
])
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% a label for each step
x, y = np.zeros((8, 10, 3)), np.zeros((8, 10))
model = Sequential([Input((10, 3)), layers.LSTM(4, return_sequences=True), layers.Dense(5, activation="softmax")])
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(x, y, verbose=0)

# %% nothing is known of the labels
model = Sequential([Input((10, 3)), layers.LSTM(4, return_sequences=True), layers.Dense(5, activation="softmax")])
model.compile("sgd", "sparse_categorical_crossentropy")

# %% flattened
x, y = np.zeros((8, 10, 3)), np.zeros((8, 1))
model = Sequential([
    Input((10, 3)),
    layers.LSTM(4, return_sequences=True),
    layers.Flatten(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile("sgd", "binary_crossentropy")
model.fit(x, y, verbose=0)

# %% attention
x, y = np.zeros((8, 10, 3)), np.zeros((8, 1))
a = Input((10, 3))
b = layers.LSTM(4, return_sequences=True)(a)
c = layers.GlobalAveragePooling1D()(layers.Attention()([b, b]))
model = Model(a, layers.Dense(1, activation="sigmoid")(c))
model.compile("sgd", "binary_crossentropy")
model.fit(x, y, verbose=0)

# %% one step
x, y = np.zeros((8, 1, 3)), np.zeros((8, 1))
model = Sequential([Input((1, 3)), layers.LSTM(4, return_sequences=True), layers.Dense(1, activation="sigmoid")])
model.compile("sgd", "binary_crossentropy")
model.fit(x, y, verbose=0)

# %% on purpose
x, y = np.zeros((8, 10, 3)), np.zeros((8, 10, 1))
model = Sequential([
    Input((10, 3)),
    layers.LSTM(4, return_sequences=True),
    layers.TimeDistributed(layers.Dense(1, activation="sigmoid")),
])
model.compile("sgd", "binary_crossentropy")
model.fit(x, y, verbose=0)

# %% rows of several numbers
x, y = np.random.rand(64, 30, 4), np.random.rand(64, 2)
net = Sequential([
    Input((30, 4)),
    layers.LSTM(16, return_sequences=True),  # ← shape/return-sequences-left-on
    layers.Dense(2),
])
net.compile(loss="mse", optimizer="adam")
net.fit(x, y)
