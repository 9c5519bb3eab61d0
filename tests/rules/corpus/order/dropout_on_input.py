# %% a list
model = Sequential([
    Input((11,)),
    layers.Dropout(0.2),  # ← order/dropout-on-input
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])

# %% the first layer tells the shape
model = Sequential()
model.add(layers.Dropout(0.5, input_shape=(8,)))  # ← order/dropout-on-input
model.add(layers.Dense(64, activation="relu"))
model.add(layers.Dense(1))

# %% behind a normalisation, functional, rate unknown
inputs = Input((8,))
x = layers.BatchNormalization()(inputs)
x = layers.Dropout(rate)(x)  # ← order/dropout-on-input
model = Model(inputs, layers.Dense(1)(layers.Dense(16, activation="relu")(x)))

# %% behind a hidden layer
model = Sequential([Input((11,)), layers.Dense(64, activation="relu"), layers.Dropout(0.2), layers.Dense(1)])

# %% a denoising autoencoder
model = Sequential([Input((20,)), layers.Dropout(0.3), layers.Dense(8, activation="relu"), layers.Dense(20)])

# %% pictures, spectra, features of another network
a = Sequential([layers.Flatten(input_shape=(28, 28)), layers.Dropout(0.2), layers.Dense(10, activation="softmax")])
b = Sequential([Input((2048,)), layers.Dropout(0.5), layers.Dense(10, activation="softmax")])
c = Sequential([Input((7, 7, 512)), layers.Flatten(), layers.Dropout(0.5), layers.Dense(10, activation="softmax")])

# %% embedded words
model = Sequential([layers.Embedding(1000, 32, input_length=20), layers.SpatialDropout1D(0.2), layers.LSTM(32), layers.Dense(1)])

# %% frozen base
base = keras.applications.VGG16(include_top=False, pooling="avg")
model = Sequential([base, layers.Dropout(0.5), layers.Dense(10)])

# %% noise is no dropout
model = Sequential([Input((11,)), layers.GaussianNoise(0.2), layers.Dense(64, activation="relu"), layers.Dense(1)])

# %% a number of features that nobody knows
model = Sequential([Input((n,)), layers.Dropout(0.2), layers.Dense(64, activation="relu"), layers.Dense(1)])

# %% a series
model = Sequential([Input((30, 8)), layers.Dropout(0.2), layers.LSTM(64), layers.Dense(1)])

# %% the head of another model
base = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(16, activation="relu")])
head = Sequential([Input((16,)), layers.Dropout(0.5), layers.Dense(10)])
model = Sequential([base, head])
