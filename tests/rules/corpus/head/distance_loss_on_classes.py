# %% softmax and accuracy
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(3, activation="softmax")])
model.compile(loss="mse", optimizer="sgd", metrics=["accuracy"])  # ← head/distance-loss-on-classes

# %% one-hot rows
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
y_train = keras.utils.to_categorical(y_train)
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss=losses.MeanSquaredError(), optimizer="sgd")  # ← head/distance-loss-on-classes
model.fit(x_train, y_train)

# %% yes or no
model = Sequential()
model.add(layers.Dense(8, input_dim=4, activation="relu"))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile("sgd", "mean_squared_error", metrics=["acc"])  # ← head/distance-loss-on-classes

# %% ten sigmoids
inputs = Input((784,))
outputs = layers.Dense(10, activation="sigmoid")(layers.Dense(30, activation="sigmoid")(inputs))
model = Model(inputs, outputs)
model.compile(optimizer="sgd", loss="mean_absolute_error", metrics=["categorical_accuracy"])  # ← head/distance-loss-on-classes

# %% cross-entropy
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["accuracy"])

# %% regression
model = Sequential([Input((4,)), layers.Dense(3)])
model.compile(loss="mse", optimizer="sgd", metrics=["mae"])

# %% an autoencoder, watched by accuracy
x = np.load("x.npy")
model = Sequential([Input((64,)), layers.Dense(8, activation="relu"), layers.Dense(64, activation="sigmoid")])
model.compile(loss="mse", optimizer="adam", metrics=["accuracy"])
model.fit(x, x)

# %% mixing weights
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile(loss="mse", optimizer="adam")

# %% the discriminator of a GAN
noise = Input((10,))
discriminator = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
discriminator.compile(loss="mse", optimizer="adam", metrics=["accuracy"])
generator = Sequential([Input((10,)), layers.Dense(4)])
gan = Model(noise, discriminator(generator(noise)))
gan.compile(loss="mse", optimizer="adam")

# %% accuracy belongs to the other output
inputs = Input((4,))
kind = layers.Dense(3, activation="softmax", name="kind")(inputs)
share = layers.Dense(1, activation="sigmoid", name="share")(inputs)
model = Model(inputs, [kind, share])
model.compile(
    loss={"kind": "categorical_crossentropy", "share": "mse"},
    metrics={"kind": "accuracy", "share": "mae"},
    optimizer="adam",
)
