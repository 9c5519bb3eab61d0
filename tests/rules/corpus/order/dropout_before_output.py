# %% a list
model = Sequential([
    Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.5),  # ← order/dropout-before-output
    layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")

# %% the network of the question
model = Sequential()
model.add(layers.Conv2D(4, 3, activation="relu", input_shape=(30, 30, 1)))
model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dropout(0.5))  # ← order/dropout-before-output
model.add(layers.Dense(2, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% functional
inputs = Input((20, 8))
x = layers.LSTM(32)(inputs)
x = layers.Dropout(rate=0.6)(x)  # ← order/dropout-before-output
model = Model(inputs, layers.Dense(1, activation="sigmoid")(x))
model.compile("adam", losses.BinaryCrossentropy())

# %% further up
model = Sequential([
    Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.5),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam")

# %% a low rate
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(0.2), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")

# %% a wide layer
model = Sequential([Input((8,)), layers.Dense(4096, activation="relu"), layers.Dropout(0.5), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")

# %% the head on a frozen base
base = keras.applications.MobileNetV2(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([base, layers.Dropout(0.5), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")

# %% a rate that nobody knows
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(rate), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")

# %% not trained here
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(0.5), layers.Dense(1)])

# %% a number that is no share: Keras refuses it
model = Sequential([Input((8,)), layers.Dense(64, activation="relu"), layers.Dropout(50), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
