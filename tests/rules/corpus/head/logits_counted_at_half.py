# %% by name
model = Sequential([Input((5,)), layers.Dense(32, activation="relu"), layers.Dense(1)])
model.compile("adam", losses.BinaryCrossentropy(from_logits=True), metrics=["accuracy"])  # ← head/logits-counted-at-half

# %% by class, of a functional model
inputs = Input((5,))
model = Model(inputs, layers.Dense(1)(inputs))
accuracy = keras.metrics.BinaryAccuracy(name="acc")  # ← head/logits-counted-at-half
model.compile(loss=losses.BinaryCrossentropy(from_logits=True), optimizer="adam", metrics=[accuracy])

# %% told where to cut
model = Sequential([Input((5,)), layers.Dense(1)])
model.compile("adam", losses.BinaryCrossentropy(from_logits=True), metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)])

# %% probabilities
model = Sequential([Input((5,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", losses.BinaryCrossentropy(), metrics=["accuracy"])

# %% several classes, and several labels
model = Sequential([Input((5,)), layers.Dense(3)])
model.compile("adam", losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
model = Sequential([Input((5,)), layers.Dense(1)])
model.compile("adam", losses.BinaryCrossentropy(from_logits=True), metrics=[keras.metrics.AUC(from_logits=True)])

# %% thresholds for probabilities
net = Sequential([Input((8,)), layers.Dense(1)])
kept = [
    keras.metrics.Precision(name="precision"),  # ← head/logits-counted-at-half
    keras.metrics.AUC(name="auc"),  # ← head/logits-counted-at-half
]
net.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True), metrics=kept)

# %% thresholds for logits
net = Sequential([Input((8,)), layers.Dense(1)])
kept = [keras.metrics.Precision(thresholds=0.0), keras.metrics.AUC(from_logits=True)]
net.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True), metrics=kept)
