# %% one sigmoid
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
classes = np.argmax(model.predict(x), axis=1)  # ← head/argmax-of-one-unit

# %% a method, along the last axis
model = Sequential([Input((8,)), layers.Dense(4, activation="relu"), layers.Dense(1)])
answers = model.predict(x)
classes = answers.argmax(axis=-1)  # ← head/argmax-of-one-unit

# %% in a function, of the tensor itself
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])


def classes(rows):
    return tf.argmax(model(rows, training=False), axis=-1)  # ← head/argmax-of-one-unit


print(classes(x))

# %% a table of so many columns as it has
x = pd.get_dummies(pd.read_csv("bank.csv")).values.astype("float32")
model = Sequential()
model.add(layers.Dense(8, input_dim=x.shape[1], activation="relu"))
model.add(layers.Dense(1, activation="sigmoid"))
classes = np.argmax(model.predict(x), axis=1)  # ← head/argmax-of-one-unit

# %% words, and one number for each of them
model = Sequential([layers.Embedding(100, 8, input_length=n), layers.Dense(1, activation="sigmoid")])
longest = np.argmax(model.predict(x), axis=1)

# %% several units
model = Sequential([Input((8,)), layers.Dense(3, activation="softmax")])
classes = np.argmax(model.predict(x), axis=1)

# %% the row with the largest answer
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
best = np.argmax(model.predict(x), axis=0)

# %% nobody knows how many units
model = Sequential([Input((8,)), layers.Dense(units, activation="softmax")])
classes = np.argmax(model.predict(x), axis=1)

# %% two columns are made of one before
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
yes = model.predict(x)
classes = np.argmax(np.hstack([1 - yes, yes]), axis=1)
