# %% list
model = Sequential([
    Input((20,)),
    layers.Dense(64, activation="relu"),
    layers.BatchNormalization(),  # ← training/batch-norm-with-batch-of-one
    layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% functional, before the activation
a = Input((20,))
b = layers.BatchNormalization()(layers.Dense(64)(a))  # ← training/batch-norm-with-batch-of-one
model = Model(a, layers.Dense(1)(layers.Activation("relu")(b)))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1, epochs=10)

# %% behind flatten, in a convolutional network
model = Sequential()
model.add(layers.Conv2D(8, 3, input_shape=(28, 28, 1)))
model.add(layers.Flatten())
model.add(layers.BatchNormalization())  # ← training/batch-norm-with-batch-of-one
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% over the places of an image there is a mean
model = Sequential([Input((28, 28, 1)), layers.Conv2D(8, 3), layers.BatchNormalization(), layers.Flatten()])
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% a way around
a = Input((20,))
b = layers.Dense(20)(a)
model = Model(a, layers.Dense(1)(layers.add([b, layers.BatchNormalization()(b)])))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% frozen, it does not look at the batch
model = Sequential([Input((20,)), layers.Dense(8), layers.BatchNormalization(trainable=False), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)

# %% only predicted one by one
model = Sequential([Input((20,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=32)
model.predict(x, batch_size=1)

# %% over time
model = Sequential([Input((20, 3)), layers.LSTM(8, return_sequences=True), layers.BatchNormalization()])
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, batch_size=1)
