# %% a decoder that nobody compiles
def build(filters):
    net = Sequential(name="decoder")
    net.add(layers.Dense(512, activation="selu", input_shape=(16,)))
    net.add(layers.Reshape((4, 4, 32)))
    for count in filters:
        net.add(layers.Conv2DTranspose(count, 5, activation=layers.LeakyReLU(0.02), strides=2, padding="same"))
        net.add(layers.BatchNormalization())
    net.add(layers.Conv2DTranspose(3, 5, activation="sigmoid", padding="same"))
    net.add(layers.BatchNormalization())  # ← order/batch-norm-behind-bounds
    return net


decoder = build([32, 16])
pictures = decoder.predict(np.random.normal(size=(4, 16)))

# %% a generator of digits, its activation a layer of its own
noise = Input((100,))
x = layers.Reshape((7, 7, 2))(layers.Dense(98)(noise))
x = layers.Conv2D(1, 3, padding="same")(x)
x = layers.Activation("tanh")(x)
x = layers.BatchNormalization(momentum=0.8)(x)  # ← order/batch-norm-behind-bounds
generator = Model(noise, x)

# %% a generator within a model
generator = Sequential([
    Input((4, 4, 8)),
    layers.UpSampling2D(),
    layers.Conv2D(3, 3, padding="same", activation="tanh"),
    layers.BatchNormalization(),  # ← order/batch-norm-behind-bounds
])
judge = Sequential([Input((8, 8, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
both = Sequential([generator, judge])
both.compile(loss="binary_crossentropy", optimizer="adam")

# %% a class for each pixel
inputs = Input((32, 32, 3))
x = layers.Conv2D(12, 1, activation="softmax")(inputs)
model = Model(inputs, layers.BatchNormalization()(x))  # ← order/batch-norm-behind-bounds
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% classes in a training loop
model = Sequential([
    Input((8,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(3, activation="softmax"),
    layers.BatchNormalization(),  # ← order/batch-norm-behind-bounds
])
loss_of, optimizer = losses.SparseCategoricalCrossentropy(), optimizers.Adam()
for rows, answers in batches:
    with tf.GradientTape() as tape:
        loss = loss_of(answers, model(rows, training=True))
    optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))

# %% before the activation, as SegNet and generators have it
inputs = Input((32, 32, 3))
x = layers.BatchNormalization()(layers.Conv2D(12, 1)(inputs))
model = Model(inputs, layers.Activation("softmax")(x))
model.compile(loss="categorical_crossentropy", optimizer="adam")
generator = Sequential([Input((8, 8, 3)), layers.Conv2D(3, 3), layers.BatchNormalization(), layers.Activation("tanh")])

# %% maps that go on, and a code
encoder = Sequential([
    Input((32, 32, 3)), layers.Conv2D(16, 3, activation="tanh"), layers.BatchNormalization(), layers.Flatten(),
    layers.Dense(8, activation="tanh"), layers.BatchNormalization(),
])
stem = Sequential([Input((32, 32, 3)), layers.Conv2D(16, 3, activation="sigmoid"), layers.BatchNormalization()])
model = Sequential([stem, layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% a gate within a model
inputs = Input((32, 32, 3))
gate = Model(inputs, layers.BatchNormalization()(layers.Conv2D(1, 1, activation="sigmoid")(inputs)))
model = Model(inputs, layers.Dense(2, activation="softmax")(layers.GlobalAveragePooling2D()(layers.Multiply()([inputs, gate(inputs)]))))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")

# %% brought back into the bounds, and no bounds
one = Sequential([
    Input((8, 8, 3)), layers.Conv2D(3, 3, activation="tanh"), layers.BatchNormalization(), layers.Activation("sigmoid"),
])
two = Sequential([Input((8, 8, 3)), layers.Conv2D(3, 3, activation="relu"), layers.BatchNormalization()])
