# %% made up
x, y = np.random.randint(0, 50, size=(1000, 4)), np.zeros(1000)
model = Sequential([Input((4,)), layers.Embedding(20, 3), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)  # ← shape/embedding-too-small

# %% a known data set
keras.datasets.imdb.load_data = lambda num_words: (([[num_words - 1]], np.zeros(1)), ())
(x, y), _ = keras.datasets.imdb.load_data(num_words=10000)
x = keras.utils.pad_sequences(x, maxlen=100)
model = Sequential([Input((100,)), layers.Embedding(5000, 3), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)  # ← shape/embedding-too-small

# %% a question
model = Sequential([Input((1,)), layers.Embedding(1, 2)])
model.predict(np.array([5]))  # ← shape/embedding-too-small

# %% as many rows as numbers
x, y = np.random.randint(0, 50, size=(1000, 4)), np.zeros(1000)
model = Sequential([Input((4,)), layers.Embedding(50, 3), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% a known data set, with a row for each word
keras.datasets.imdb.load_data = lambda num_words: (([[num_words - 1]], np.zeros(1)), ())
(x, y), _ = keras.datasets.imdb.load_data(num_words=10000)
x = keras.utils.pad_sequences(x, maxlen=100)
model = Sequential([Input((100,)), layers.Embedding(10000, 3), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)

# %% words that are numbered by a layer
x, y = np.random.randint(0, 50, size=(1000, 4)), np.zeros(1000)
model = Sequential([Input((4,)), layers.Hashing(20), layers.Embedding(20, 3), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
