# %% short names
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["mse"])  # ← head/loss-repeated-as-metric

# %% two spellings
model = Sequential([layers.Dense(1, input_dim=4)])
model.compile(loss="mean_squared_error", optimizer="adam", metrics=["mae", "mse"])  # ← head/loss-repeated-as-metric

# %% objects
inputs = Input((4,))
model = Model(inputs, layers.Dense(1, activation="sigmoid")(inputs))
model.compile(
    loss=losses.BinaryCrossentropy(),
    optimizer="adam",
    metrics=["accuracy", keras.metrics.BinaryCrossentropy(name="bce")],  # ← head/loss-repeated-as-metric
)

# %% fitted to arrays of nobody knows what
x, y = load()
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mae", optimizer="adam", metrics=[keras.metrics.MeanAbsoluteError()])  # ← head/loss-repeated-as-metric
model.fit(x, y)

# %% another
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["mae"])

# %% the root
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=[keras.metrics.RootMeanSquaredError()])

# %% a penalty makes them differ
model = Sequential([Input((4,)), layers.Dense(1, kernel_regularizer="l2")])
model.compile(loss="mse", optimizer="adam", metrics=["mse"])

# %% so does what is added
model = Sequential([Input((4,)), layers.Dense(1)])
model.add_loss(penalty)
model.compile(loss="mse", optimizer="adam", metrics=["mse"])

# %% weights of classes make them differ
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["binary_crossentropy"])
model.fit(x, y, class_weight={0: 1, 1: 9})

# %% smoothed labels
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile(
    loss=losses.CategoricalCrossentropy(label_smoothing=0.1),
    optimizer="adam",
    metrics=["categorical_crossentropy"],
)

# %% several outputs: the loss is their sum
inputs = Input((4,))
model = Model(inputs, [layers.Dense(1, name="a")(inputs), layers.Dense(1, name="b")(inputs)])
model.compile(loss="mse", optimizer="adam", metrics={"a": "mse", "b": "mse"})

# %% a generator may bring weights
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=["mse"])
model.fit(batches(), epochs=3)

# %% a loss of one's own
def mse(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred)) + penalty


model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss=mse, optimizer="adam", metrics=["mse"])
