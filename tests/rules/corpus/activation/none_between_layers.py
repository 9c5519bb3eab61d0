# %% a list
model = Sequential([
    Input((8,)),
    layers.Dense(64),  # ← activation/none-between-layers
    layers.Dense(32),  # ← activation/none-between-layers
    layers.Dense(1),
])

# %% add, the old spelling, dropout between
model = Sequential()
model.add(layers.Dense(128, input_dim=20, kernel_initializer="normal"))  # ← activation/none-between-layers
model.add(layers.Dropout(0.2))
model.add(layers.Dense(64))  # ← activation/none-between-layers
model.add(layers.Dense(1, activation="sigmoid"))

# %% functional, batch norm between
inputs = Input((8,))
x = layers.Dense(64, use_bias=False)(inputs)  # ← activation/none-between-layers
x = layers.BatchNormalization()(x)
outputs = layers.Dense(3, activation="softmax")(x)
model = Model(inputs, outputs)

# %% the linear activation, spelt out
model = Sequential([
    Input((8,)),
    layers.Dense(64, activation="linear"),  # ← activation/none-between-layers
    layers.Dense(1, activation="linear"),
])

# %% a loop
model = Sequential([Input((8,))])
for units in (64, 32):
    model.add(layers.Dense(units))  # ← activation/none-between-layers
    model.add(layers.Dropout(0.1))
model.add(layers.Dense(1))

# %% convolutions
model = Sequential([
    Input((28, 28, 1)),
    layers.Conv2D(32, 3),  # ← activation/none-between-layers
    layers.Conv2D(64, (3, 3), activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(64, 3),  # ← activation/none-between-layers
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])

# %% convolution, average, convolution
model = Sequential([
    Input((100, 3)),
    layers.Conv1D(16, 5),  # ← activation/none-between-layers
    layers.AveragePooling1D(),
    layers.Conv1D(32, 5, activation="relu"),
    layers.GlobalAveragePooling1D(),
    layers.Dense(1),
])

# %% no input shape, but the layers become narrower
model = Sequential([layers.Dense(64), layers.Dense(1)])  # ← activation/none-between-layers
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)

# %% several activations, all spellings
inputs = Input((8,))
x = layers.Dense(64, "relu")(inputs)
x = layers.Dense(64)(x)
x = layers.LeakyReLU()(x)
x = layers.Dense(64)(x)
x = keras.activations.gelu(x)
x = layers.Dense(64)(x)
x = tf.nn.relu(x)
x = layers.Dense(64, activation=tf.nn.tanh)(x)
x = layers.Dense(64, activation=my_function)(x)
x = layers.Dense(64)(x)
x = layers.Lambda(lambda t: t * t)(x)
outputs = layers.Dense(1)(x)
model = Model(inputs, outputs)

# %% max-pooling and layer norm bend
model = Sequential([
    Input((28, 28, 1)),
    layers.Conv2D(32, 3),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(64),
    layers.LayerNormalization(),
    layers.Dense(10, activation="softmax"),
])

# %% the linear code of an autoencoder
model = Sequential([
    Input((784,)),
    layers.Dense(128, activation="relu"),
    layers.Dense(32),
    layers.Dense(128, activation="relu"),
    layers.Dense(784, activation="sigmoid"),
])

# %% a code that another model ends in, wider than what follows
encoder = Sequential([Input((16,)), layers.Dense(64, activation="relu"), layers.Dense(32)])
decoder = Sequential([Input((32,)), layers.Dense(16, activation="relu"), layers.Dense(16)])
model = Sequential([encoder, decoder])

# %% a residual block
inputs = Input((32, 32, 16))
x = layers.Conv2D(16, 3, padding="same")(inputs)
x = layers.BatchNormalization()(x)
x = layers.ReLU()(x)
x = layers.Conv2D(16, 3, padding="same")(x)
x = layers.BatchNormalization()(x)
x = layers.add([x, inputs])
x = layers.ReLU()(x)
outputs = layers.Dense(10)(layers.GlobalAveragePooling2D()(x))
model = Model(inputs, outputs)

# %% an inverted bottleneck, with a linear end
inputs = Input((32, 32, 16))
x = layers.Conv2D(96, 1, use_bias=False)(inputs)
x = layers.ReLU(6.0)(layers.BatchNormalization()(x))
x = layers.DepthwiseConv2D(3, strides=2, padding="same", use_bias=False)(x)
x = layers.ReLU(6.0)(layers.BatchNormalization()(x))
x = layers.Conv2D(24, 1, use_bias=False)(x)
x = layers.BatchNormalization()(x)
x = layers.Conv2D(144, 1, use_bias=False)(x)
x = layers.ReLU(6.0)(layers.BatchNormalization()(x))
outputs = layers.Dense(10)(layers.GlobalAveragePooling2D()(x))
model = Model(inputs, outputs)

# %% depthwise, then pointwise; one by seven, then seven by one
inputs = Input((32, 32, 16))
x = layers.DepthwiseConv2D(3)(inputs)
x = layers.Conv2D(32, 1, activation="relu")(x)
x = layers.Conv2D(32, (1, 7), padding="same")(x)
x = layers.Conv2D(32, (7, 1), padding="same", activation="relu")(x)
x = layers.SeparableConv2D(32, 3)(x)
x = layers.SeparableConv2D(32, 3, activation="relu")(x)
model = Model(inputs, x)

# %% patches, and a generator's projection
inputs = Input((100,))
x = layers.Dense(4 * 4 * 256)(inputs)
x = layers.Reshape((4, 4, 256))(x)
x = layers.Conv2DTranspose(128, 4, strides=2, padding="same")(x)
x = layers.LeakyReLU()(x)
x = layers.Conv2D(64, 4, strides=4)(x)
x = layers.Flatten()(x)
outputs = layers.Dense(1)(x)
model = Model(inputs, outputs)

# %% attention: queries, keys and values are linear, and so is the last layer of the feed-forward block
inputs = Input((50, 64))
q, k, v = layers.Dense(64)(inputs), layers.Dense(64)(inputs), layers.Dense(64)(inputs)
x = layers.Attention()([q, v, k])
x = layers.Dense(64)(x)
x = layers.LayerNormalization()(x + inputs)
y = layers.Dense(64)(layers.Dense(128, activation="relu")(x))
x = layers.LayerNormalization()(x + y)
outputs = layers.Dense(1)(layers.GlobalAveragePooling1D()(x))
model = Model(inputs, outputs)

# %% an embedding, a projection, a recurrent layer
model = Sequential([layers.Embedding(1000, 64), layers.Dense(32), layers.LSTM(32), layers.Dense(1)])

# %% nobody knows how wide
model = Sequential([layers.Dense(n_hidden), layers.Dense(n_out)])

# %% a projection by one-by-one kernels
inputs = Input((64, 64, 16))
x = layers.Conv2D(96, 1)(inputs)
x = layers.Conv2D(16, 3, activation="relu")(x)
model = Model(inputs, x)

# %% kernels of unknown size
model = Sequential([Input((64, 64, 3)), layers.Conv2D(64, k), layers.Conv2D(64, k, activation="relu")])

# %% every second pixel, by one-by-one kernels
inputs = Input((64, 64, 16))
x = layers.Conv2D(96, 1, strides=2)(inputs)
x = layers.Conv2D(16, 3, activation="relu")(x)
model = Model(inputs, x)

# %% a layer that a block may add again, on a way that the text does not tell
def block(x, units, narrow):
    short = x
    if narrow or x.shape[-1] != units:
        short = layers.Dense(units)(x)
    x = layers.Dense(units)(x)
    x = layers.ReLU()(x)
    x = layers.Dense(units)(x)
    return layers.Add()([x, short])


inputs = Input((8,))
hidden = layers.Dense(64)(inputs)
hidden = block(hidden, 64, narrow=somewhere())
model = Model(inputs, layers.Dense(1)(layers.ReLU()(hidden)))
