# %% list, positional
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(optimizers.Adam(0.5), "binary_crossentropy")  # ← training/learning-rate-too-high

# %% add, old spelling
model = Sequential()
model.add(layers.Dense(128, input_dim=20, activation="relu"))
model.add(layers.Dense(10, activation="softmax"))
opt = optimizers.Adam(lr=1.0)  # ← training/learning-rate-too-high
model.compile(loss="categorical_crossentropy", optimizer=opt, metrics=["accuracy"])

# %% functional, convolutions, rmsprop
x = Input((32, 32, 3))
y = layers.Conv2D(32, 3, activation="relu")(x)
y = layers.Dense(10, activation="softmax")(layers.Flatten()(y))
model = Model(x, y)
rate = 10**-1
model.compile(
    loss="sparse_categorical_crossentropy",
    optimizer=optimizers.RMSprop(learning_rate=rate),  # ← training/learning-rate-too-high
)
model.fit(a, b, epochs=5)

# %% plain descent with momentum
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
sgd = tf.keras.optimizers.SGD(learning_rate=1.0, momentum=0.9)  # ← training/learning-rate-too-high
model.compile(loss="mse", optimizer=sgd)

# %% recurrent
model = Sequential([Input((20, 3)), layers.LSTM(64), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=0.3))  # ← training/learning-rate-too-high

# %% one layer: a line is fitted fast so
model = Sequential([layers.Dense(units=1, input_shape=[1])])
model.compile(loss="mean_squared_error", optimizer=optimizers.Adam(0.1))

# %% exclusive or
model = Sequential([Input((2,)), layers.Dense(4, activation="tanh"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer=optimizers.Adam(learning_rate=0.1))

# %% a schedule
schedule = optimizers.schedules.ExponentialDecay(0.1, decay_steps=1000, decay_rate=0.5)
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=schedule))

# %% a callback sets the rate
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=0.1))
model.fit(x, y, callbacks=[callbacks.LearningRateScheduler(lambda epoch: 1e-3)])

# %% a callback of the author's may set the rate
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=0.1))
model.fit(x, y, callbacks=[WarmUp()])

# %% the rate is set later
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=0.1))
model.optimizer.learning_rate = 1e-3

# %% other optimizers mean other things by the number
model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adadelta(learning_rate=1.0))

# %% residual network with norms, the rate of the paper
x = Input((32, 32, 3))
y = layers.Activation("relu")(layers.BatchNormalization()(layers.Conv2D(32, 3, padding="same")(x)))
y = layers.Dense(10)(layers.GlobalAveragePooling2D()(y))
model = Model(x, y)
model.compile(optimizers.SGD(0.1, momentum=0.9), losses.SparseCategoricalCrossentropy(from_logits=True))

# %% sigmoid units and squared error want large steps
model = Sequential([Input((784,)), layers.Dense(30, activation="sigmoid"), layers.Dense(10, activation="sigmoid")])
model.compile(loss="mean_squared_error", optimizer=optimizers.SGD(learning_rate=3.0))

# %% from the command line
import sys

model = Sequential([Input((20,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer=optimizers.Adam(learning_rate=float(sys.argv[1])))

# %% a trained network that learns as a whole
base = keras.applications.VGG16(include_top=False, weights="imagenet", input_shape=(224, 224, 3))
base.trainable = True
x = layers.GlobalAveragePooling2D()(base.output)
model = Model(base.input, layers.Dense(6, activation="softmax")(x))
model.compile(optimizer=optimizers.Adam(learning_rate=0.01), loss="sparse_categorical_crossentropy")  # ← training/learning-rate-too-high
model.fit(train, epochs=9)

# %% thawed, and trained on at the rate of the head
base = keras.applications.ResNet50(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([base, layers.Dense(6, activation="softmax")])
model.compile(optimizer=optimizers.Adam(0.01), loss="sparse_categorical_crossentropy")
model.fit(train, epochs=9)
base.trainable = True
model.compile(optimizer=optimizers.Adam(0.01), loss="sparse_categorical_crossentropy")  # ← training/learning-rate-too-high
model.fit(train, epochs=9)

# %% a frozen network, a part of one, and one without weights
base = keras.applications.VGG16(include_top=False, weights="imagenet", input_shape=(224, 224, 3))
for layer in base.layers[:-4]:
    layer.trainable = False
x = layers.GlobalAveragePooling2D()(base.output)
model = Model(base.input, layers.Dense(6, activation="softmax")(x))
model.compile(optimizer=optimizers.Adam(learning_rate=0.01), loss="sparse_categorical_crossentropy")
model.fit(train, epochs=9)

# %% a network that begins at random
base = keras.applications.VGG16(include_top=False, weights=None, input_shape=(224, 224, 3))
model = Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(6, activation="softmax")])
model.compile(optimizer=optimizers.Adam(learning_rate=0.01), loss="sparse_categorical_crossentropy")
model.fit(train, epochs=9)

# %% a new network that is given what a trained one answers
base = keras.applications.VGG16(include_top=False, weights="imagenet", input_shape=(224, 224, 3))
features = base.predict(images)
head = Sequential([layers.Flatten(input_shape=base.output_shape[1:]), layers.Dense(6, activation="softmax")])
head.compile(optimizer=optimizers.Adam(learning_rate=0.01), loss="sparse_categorical_crossentropy")
head.fit(features, labels, epochs=9)
