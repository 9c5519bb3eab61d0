# %% an embedding
model = Sequential()
model.add(layers.Embedding(10000, 50, input_length=20, trainable=False))  # ← training/frozen-random-layers
model.add(layers.Flatten())
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)

# %% a network without weights
base = keras.applications.VGG16(weights=None, include_top=False, pooling="avg")  # ← training/frozen-random-layers
base.trainable = False
model = Sequential([base, layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)

# %% by attribute
a = Input((20,))
first = layers.Dense(64, activation="relu")  # ← training/frozen-random-layers
first.trainable = False
model = Model(a, layers.Dense(1)(first(a)))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)

# %% given vectors
model = Sequential()
model.add(layers.Embedding(10000, 50, weights=[glove], input_length=20, trainable=False))
model.add(layers.Flatten())
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)

# %% set later
vectors = layers.Embedding(10000, 50, trainable=False)
model = Sequential([Input((20,)), vectors, layers.Flatten(), layers.Dense(1, activation="sigmoid")])
vectors.set_weights([glove])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)

# %% set through the model
model = Sequential([Input((20,)), layers.Embedding(10000, 50), layers.Flatten(), layers.Dense(1)])
model.layers[0].set_weights([glove])
model.layers[0].trainable = False
model.compile(loss="mse", optimizer="adam")
model.fit(x, y)

# %% an encoder that was trained before
a = Input((20,))
encode = layers.Dense(8, activation="relu")
autoencoder = Model(a, layers.Dense(20)(encode(a)))
autoencoder.compile(loss="mse", optimizer="adam")
autoencoder.fit(x, x)
encode.trainable = False
classifier = Model(a, layers.Dense(1, activation="sigmoid")(encode(a)))
classifier.compile(loss="binary_crossentropy", optimizer="adam")
classifier.fit(x, y)

# %% a pretrained network
base = keras.applications.VGG16(include_top=False, pooling="avg")
base.trainable = False
model = Sequential([base, layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)

# %% weights from a file
base = keras.applications.VGG16(weights=None, include_top=False, pooling="avg")
base.load_weights("vgg16_notop.h5")
base.trainable = False
model = Sequential([base, layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(x, y)

# %% a discriminator within a GAN
critic = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
critic.compile(loss="binary_crossentropy", optimizer="adam")
critic.trainable = False
gan = Sequential([Input((2,)), layers.Dense(4), critic])
gan.compile(loss="binary_crossentropy", optimizer="adam")
for step in range(1000):
    critic.train_on_batch(x, y)
    gan.train_on_batch(noise, ones)

# %% set before there is a model
vectors = layers.Embedding(20000, 100, trainable=False)
vectors.build((1,))
vectors.set_weights([matrix])
a = Input((None,))
model = Model(a, layers.Dense(20, activation="softmax")(layers.GlobalMaxPooling1D()(vectors(a))))
model.compile(loss="sparse_categorical_crossentropy", optimizer="rmsprop")
model.fit(x, y)

# %% a network that cannot be followed, frozen with its new head
base = keras.applications.ResNet50()
x = base.get_layer("avg_pool").output
head = layers.Dense(count, activation="softmax")(x)
model = Model(inputs=base.input, outputs=head)
for layer in model.layers:
    layer.trainable = False  # ← training/frozen-random-layers
model.compile("adam", "categorical_crossentropy")
model.fit(x_train, y_train)

# %% frozen before the head is there
base = keras.applications.ResNet50()
for layer in base.layers:
    layer.trainable = False
x = base.get_layer("avg_pool").output
head = layers.Dense(count, activation="softmax")(x)
model = Model(inputs=base.input, outputs=head)
model.compile("adam", "categorical_crossentropy")
model.fit(x_train, y_train)

# %% all layers but the norms, and later all of them
base = keras.applications.ResNet50(weights="imagenet", pooling="avg", include_top=False)
x = layers.Dense(5, activation="softmax")(base.get_layer("avg_pool").output)
net = Model(base.input, x)
for layer in net.layers:
    if isinstance(layer, layers.BatchNormalization):
        layer.trainable = True
    else:
        layer.trainable = False  # ← training/frozen-random-layers
net.compile("adam", "categorical_crossentropy")
net.fit(rows, answers)
for layer in net.layers:
    layer.trainable = True
net.compile("adam", "categorical_crossentropy")
net.fit(rows, answers)

# %% the layers of the base, by name and in a function; frozen after the training
def build():
    base = keras.applications.ResNet50(weights="imagenet", pooling="avg", include_top=False)
    for layer in base.layers:
        layer.trainable = isinstance(layer, layers.BatchNormalization)
    return Model(base.input, layers.Dense(5, activation="softmax")(base.get_layer("avg_pool").output))


net = build()
net.compile("adam", "categorical_crossentropy")
net.fit(rows, answers)
for layer in net.layers:
    layer.trainable = False
net.save("done.keras")

# %% steps that a data set counts itself
base = keras.applications.VGG16(include_top=False)
for step, (x, y) in data.repeat().take(9).enumerate():
    layer.trainable = False

# %% layers with their numbers, frozen with the new head
base = keras.applications.ResNet50()
x = base.get_layer("avg_pool").output
head = layers.Dense(count, activation="softmax")(x)
model = Model(inputs=base.input, outputs=head)
for number, layer in enumerate(iterable=model.layers):
    layer.trainable = False  # ← training/frozen-random-layers
model.compile("adam", "categorical_crossentropy")
model.fit(x_train, y_train)

# %% a loop over nothing that can be counted
base = keras.applications.ResNet50()
model = Model(inputs=base.input, outputs=layers.Dense(count)(base.get_layer("avg_pool").output))
for number, layer in enumerate():
    layer.trainable = False
model.compile("adam", "categorical_crossentropy")
model.fit(x_train, y_train)
