# %% several classes
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])  # ← head/probabilities-as-logits
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")

# %% yes or no
model = Sequential()
model.add(layers.Dense(1, input_dim=4))
model.add(layers.Activation("sigmoid"))  # ← head/probabilities-as-logits
model.compile(optimizer="adam", loss=tf.keras.losses.BinaryCrossentropy(from_logits=True), metrics=["accuracy"])

# %% functional, made before
criterion = keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1)
inputs = Input((4,))
outputs = layers.Softmax()(layers.Dense(3)(inputs))  # ← head/probabilities-as-logits
model = Model(inputs, outputs)
model.compile(loss=criterion, optimizer="adam")

# %% behind a reshape
model = Sequential([Input((4,)), layers.Dense(6, activation="sigmoid"), layers.Reshape((2, 3))])  # ← head/probabilities-as-logits
model.compile(loss=losses.BinaryCrossentropy(True), optimizer="adam")

# %% logits
model = Sequential([Input((4,)), layers.Dense(3)])
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")

# %% probabilities
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=False), optimizer="adam")

# %% nobody knows
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=args.logits), optimizer="adam")

# %% the probabilities are for predicting only
model = Sequential([Input((4,)), layers.Dense(3)])
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")
probable = Sequential([model, layers.Softmax()])
probable.predict(x)

# %% sigmoid in the hidden layer
model = Sequential([Input((4,)), layers.Dense(8, activation="sigmoid"), layers.Dense(1)])
model.compile(loss=losses.BinaryCrossentropy(from_logits=True), optimizer="adam")

# %% a loss of TensorFlow that takes nothing but logits
def loss(y_true, y_pred):
    return tf.nn.softmax_cross_entropy_with_logits(labels=y_true, logits=y_pred)


model = Sequential([
    Input((4,)),
    layers.Dense(3, activation="softmax"),  # ← head/probabilities-as-logits
])
model.compile("adam", loss=loss)

# %% in a training loop
model = Sequential([
    Input((4,)),
    layers.Dense(1, activation="sigmoid"),  # ← head/probabilities-as-logits
])
cross = losses.BinaryCrossentropy(from_logits=True)
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = cross(y, model(x, training=True))

# %% logits in a training loop
model = Sequential([Input((4,)), layers.Dense(1)])
cross = losses.BinaryCrossentropy(from_logits=True)
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = cross(y, model(x, training=True))
