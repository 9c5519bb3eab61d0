# %% list
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, batch_size=1)  # ← training/batch-of-one

# %% positional, old spelling
model = Sequential()
model.add(layers.Dense(64, activation="relu", input_dim=20))
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="sgd")
model.fit(x, y, 1, nb_epoch=20)  # ← training/batch-of-one

# %% a generator
from keras.preprocessing.image import ImageDataGenerator

a = Input((32, 32, 3))
model = Model(a, layers.Dense(2, activation="softmax")(layers.Flatten()(layers.Conv2D(8, 3)(a))))
model.compile(loss="categorical_crossentropy", optimizer="sgd")
model.fit(ImageDataGenerator(rescale=1 / 255).flow_from_directory("f", batch_size=1))  # ← training/batch-of-one

# %% the four rows of exclusive or
x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 1, 1, 0])
model = Sequential([Input((2,)), layers.Dense(8, activation="tanh"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, batch_size=1, epochs=1000)

# %% stateful
model = Sequential([Input(batch_shape=(1, 10, 1)), layers.LSTM(4, stateful=True), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1, shuffle=False)

# %% rows of different lengths
model = Sequential([Input((None, 3)), layers.LSTM(4), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% large images
a = Input((512, 512, 3))
model = Model(a, layers.Conv2D(1, 1, activation="sigmoid")(layers.Conv2D(64, 3, padding="same")(a)))
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% unknown
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=int(input()))

# %% records of a file, one by one
rows = tf.data.TFRecordDataset("rows").map(read).shuffle(1000).batch(1)
model = Sequential([Input((12,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(rows)  # ← training/batch-of-one

# %% series of different lengths, one by one from a generator
rows = tf.data.Dataset.from_generator(read, output_types=(tf.float32, tf.float32), output_shapes=((None, 3), ()))
model = Sequential([Input((None, 3)), layers.LSTM(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(rows.batch(1))
