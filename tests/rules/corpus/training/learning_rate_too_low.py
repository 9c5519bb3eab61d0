# %% list
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=1e-7))  # ← training/learning-rate-too-low
model.fit(x, y, epochs=20, batch_size=32)

# %% plain descent into probabilities, old spelling
model = Sequential()
model.add(layers.Dense(64, activation="relu", input_dim=20))
model.add(layers.Dense(3, activation="softmax"))
sgd = optimizers.SGD(lr=1e-8)  # ← training/learning-rate-too-low
model.compile(loss="categorical_crossentropy", optimizer=sgd)
model.fit(x, y, nb_epoch=100)

# %% functional, zero
a = Input((20,))
model = Model(a, layers.Dense(1, activation="sigmoid")(layers.Dense(8, activation="relu")(a)))
model.compile(optimizers.RMSprop(0.0), loss=losses.BinaryCrossentropy())  # ← training/learning-rate-too-low
model.fit(x, y)


# %% in a function
def build(rate=1e-6):
    net = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
    net.compile(loss="mae", optimizer=optimizers.Adam(rate))  # ← training/learning-rate-too-low
    return net


net = build()
net.fit(x, y, epochs=50)

# %% fine-tuning
base = keras.applications.VGG16(include_top=False, input_shape=(64, 64, 3))
model = Sequential([base, layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer=optimizers.Adam(learning_rate=1e-6))
model.fit(x, y, epochs=5)

# %% loaded weights
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.load_weights("best.weights.h5")
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=1e-7))
model.fit(x, y, epochs=20)

# %% a second, slower round
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, epochs=20)
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=1e-7))
model.fit(x, y, epochs=20)

# %% raw targets make huge gradients
model = Sequential([Input((1,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.SGD(learning_rate=1e-8))
model.fit(x, y, epochs=100)

# %% reinforcement learning: millions of steps
model = Sequential([Input((80, 80, 4)), layers.Flatten(), layers.Dense(512, activation="relu"), layers.Dense(2)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=1e-6))
while True:
    model.train_on_batch(states, targets)

# %% a long way
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=1e-6))
model.fit(x, y, epochs=10000)

# %% slow, but it moves
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=1e-5))
model.fit(x, y, epochs=20)

# %% warm-up
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=1e-7))
model.fit(x, y, epochs=20, callbacks=[callbacks.LearningRateScheduler(lambda epoch, rate: rate * 2)])
