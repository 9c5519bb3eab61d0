# %% the same arrays
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, epochs=20, validation_data=(x_train, y_train))  # ← training/validated-on-training-data

# %% the same digits
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential()
model.add(layers.Flatten(input_shape=(28, 28)))
model.add(layers.Dense(10, activation="softmax"))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train, validation_data=(x_train / 255, y_train))  # ← training/validated-on-training-data

# %% a slice of what is trained on
(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
x_train = x_train.astype("float32") / 255
x_valid, y_valid = x_train[:5000], y_train[:5000]
a = Input((32, 32, 3))
model = Model(a, layers.Dense(10, activation="softmax")(layers.Flatten()(a)))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=20, validation_data=(x_valid, y_valid))  # ← training/validated-on-training-data

# %% the same generator
train = keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255).flow_from_directory("train")
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(2, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit_generator(train, validation_data=train)  # ← training/validated-on-training-data

# %% the test set
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train / 255, y_train, validation_data=(x_test / 255, y_test))

# %% two slices
(x_train, y_train), (x_test, y_test) = keras.datasets.imdb.load_data(num_words=10000)
x_train = vectorize(x_train)
x_val, rest = x_train[:10000], x_train[10000:]
y_val, y_rest = y_train[:10000], y_train[10000:]
model = Sequential([layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="rmsprop")
model.fit(rest, y_rest, validation_data=(x_val, y_val))

# %% two files look the same
x_train, x_valid = np.load("train.npy"), np.load("valid.npy")
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_train, y_train, validation_data=(x_valid, y_valid))

# %% two subsets of a directory
images = keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255, validation_split=0.2)
train = images.flow_from_directory("f", subset="training")
valid = images.flow_from_directory("f", subset="validation")
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(2, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(train, validation_data=valid)

# %% there are no other rows
x, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
model = Sequential([Input((2,)), layers.Dense(8, activation="tanh"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y, epochs=1000, validation_data=(x, y))

# %% a generator that makes up new rows all the time
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(rows, validation_data=rows, steps_per_epoch=100, validation_steps=10)

# %% inputs as targets
(x_train, _), (x_test, _) = keras.datasets.mnist.load_data()
x_train, x_test = x_train.reshape(-1, 784) / 255, x_test.reshape(-1, 784) / 255
model = Sequential([Input((784,)), layers.Dense(32, activation="relu"), layers.Dense(784, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x_train, x_train, validation_data=(x_test, x_test))

# %% tested on what was trained on
x, y = np.load("x.npy"), np.load("y.npy")
x_a, x_b, y_a, y_b = train_test_split(x, y)
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20)  # ← training/validated-on-training-data
print(model.evaluate(x_b, y_b))

# %% a slice of an array
x, y = np.load("x.npy"), np.load("y.npy")
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20, validation_data=(x[:100], y[:100]))  # ← training/validated-on-training-data

# %% trained on all rows at the end
x, y = np.load("x.npy"), np.load("y.npy")
x_a, x_b, y_a, y_b = train_test_split(x, y)
model = Sequential([Input((20,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x_a, y_a, epochs=20)
print(model.evaluate(x_b, y_b))
model.fit(x, y, epochs=20)
