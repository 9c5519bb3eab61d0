# %% a list
model = Sequential([
    Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="sigmoid"),  # ← activation/saturating-hidden
    layers.Dense(64, activation="sigmoid"),
    layers.Dense(64, activation="sigmoid"),
    layers.Dense(1),
])

# %% a loop, activations as layers
model = Sequential()
model.add(layers.Dense(30, input_shape=(10,)))  # ← activation/saturating-hidden
model.add(layers.Activation("sigmoid"))
for _ in range(3):
    model.add(layers.Dense(30))
    model.add(layers.Activation(tf.nn.sigmoid))
    model.add(layers.Dropout(0.1))
model.add(layers.Dense(1))

# %% LeNet as it was
model = Sequential()
model.add(layers.Conv2D(6, 5, activation="sigmoid", input_shape=(28, 28, 1)))  # ← activation/saturating-hidden
model.add(layers.AveragePooling2D())
model.add(layers.Conv2D(16, 5, activation="sigmoid"))
model.add(layers.AveragePooling2D())
model.add(layers.Flatten())
model.add(layers.Dense(120, activation="sigmoid"))
model.add(layers.Dense(84, activation="sigmoid"))
model.add(layers.Dense(10, activation="softmax"))

# %% functional, convolutions
inputs = Input((28, 28, 1))
x = layers.Conv2D(32, 3, activation=keras.activations.sigmoid)(inputs)  # ← activation/saturating-hidden
x = layers.MaxPooling2D()(x)
x = layers.Conv2D(32, 3, activation="hard_sigmoid")(x)
x = layers.Flatten()(x)
model = Model(inputs, layers.Dense(10, activation="softmax")(x))

# %% one or two do no harm
model = Sequential([
    Input((2,)),
    layers.Dense(8, activation="sigmoid"),
    layers.Dense(8, activation="sigmoid"),
    layers.Dense(1, activation="sigmoid"),
])

# %% tanh, as networks for equations and policies have it
model = Sequential([Input((2,)), *[layers.Dense(20, activation="tanh") for _ in range(6)], layers.Dense(1)])

# %% batch norm keeps them from saturating
model = Sequential([Input((8,))])
for _ in range(3):
    model.add(layers.Dense(64))
    model.add(layers.BatchNormalization())
    model.add(layers.Activation("sigmoid"))
    model.add(layers.BatchNormalization())
model.add(layers.Dense(1))

# %% squeeze and excite, a spatial gate, a gated convolution
inputs = Input((32, 32, 64))
s = layers.GlobalAveragePooling2D(keepdims=True)(inputs)
s = layers.Conv2D(4, 1, activation="relu")(s)
s = layers.Conv2D(64, 1, activation="sigmoid")(s)
x = layers.multiply([inputs, s])
gate = layers.Conv2D(1, 7, padding="same", activation="sigmoid")(x)
x = layers.Multiply()([x, gate])
x = layers.Conv2D(64, 3, padding="same", activation="tanh")(x) * layers.Conv2D(64, 3, padding="same", activation="sigmoid")(x)
model = Model(inputs, layers.Conv2D(3, 1)(x))

# %% a made-up picture goes into the discriminator
generator = Sequential([Input((100,)), layers.Dense(49), layers.Reshape((7, 7, 1)), layers.Conv2D(1, 3, activation="sigmoid")])
discriminator = Sequential([Input((5, 5, 1)), layers.Conv2D(8, 3, activation="sigmoid"), layers.Flatten(), layers.Dense(1)])
gan = Sequential([generator, discriminator])

# %% the end of an autoencoder
model = Sequential([
    Input((28, 28, 1)),
    layers.Conv2D(8, 3, activation="sigmoid", padding="same"),
    layers.UpSampling2D(),
    layers.Conv2D(1, 3, activation="sigmoid", padding="same"),
])

# %% unknown
model = Sequential([Input((8,)), *[layers.Dense(64, activation=act) for _ in range(4)], layers.Dense(1)])
