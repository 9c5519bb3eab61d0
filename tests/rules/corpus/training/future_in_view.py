# %% a pair of cuts, and a bidirectional layer
x, y = tokens[:, :-1], tokens[:, 1:]
model = Sequential([
    Input((40,)),
    layers.Embedding(1000, 32),
    layers.Bidirectional(layers.LSTM(32, return_sequences=True)),  # ← training/future-in-view
    layers.Dense(1000, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x, y, epochs=5)

# %% a series cut into sequences by a function, dilated convolutions
def sequences(a):
    n = (len(a) - 1) // 120
    x = a[: n * 120].reshape(n, 120, 1)
    y = a[1 : n * 120 + 1].reshape(n, 120, 1)
    return x, y


x_train, y_train = sequences(series[:4000])
inputs = Input((120, 1))
h = layers.Conv1D(32, 1)(inputs)
for rate in (1, 2, 4):
    r = layers.Conv1D(32, 3, dilation_rate=rate, padding="same", activation="relu")(h)  # ← training/future-in-view
    h = layers.Add()([h, r])
tcn = Model(inputs, layers.Conv1D(1, 1)(h))
tcn.compile("adam", "mse")
tcn.fit(x_train, y_train)

# %% windows by hand, attention without a mask
x, y = [], []
for i in range(len(series) - 51):
    x.append(series[i : i + 50])
    y.append(series[i + 1 : i + 51])
x = np.array(x)[..., None]
y = np.array(y)[..., None]
inputs = Input((50, 1))
h = layers.Dense(32)(inputs)
h = layers.Add()([h, layers.MultiHeadAttention(4, 8)(h, h)])  # ← training/future-in-view
model = Model(inputs, layers.Dense(1)(layers.LayerNormalization()(h)))
model.compile("adam", "mse")
model.fit(x, y)

# %% a pipeline
def shifted(chunk):
    return chunk[:-1], chunk[1:]


data = tf.data.Dataset.from_tensor_slices(letters).batch(101, drop_remainder=True).map(shifted).shuffle(100).batch(64)
model = Sequential([
    Input((100,)),
    layers.Embedding(65, 16),
    layers.GRU(64, return_sequences=True, go_backwards=True),  # ← training/future-in-view
    layers.Dense(65),
])
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")
model.fit(data, epochs=5)

# %% the decoder of two inputs
inputs, given = Input((20, 8)), Input((19, 8))
state = layers.GRU(16)(inputs)
h = layers.GRU(16, return_sequences=True)(given, initial_state=state)
h = layers.Conv1D(16, 5, padding="same")(h)  # ← training/future-in-view
model = Model([inputs, given], layers.Dense(8)(h))
model.compile("adam", "mse")
model.fit([source, target[:, :-1]], target[:, 1:])

# %% causal
x, y = series[:, :-1], series[:, 1:]
model = Sequential([
    Input((99, 1)),
    layers.Conv1D(32, 3, padding="causal", activation="relu"),
    layers.LSTM(8, return_sequences=True),
    layers.Conv1D(16, 1, padding="same"),
    layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(x, y)

# %% attention with a mask
x, y = tokens[:, :-1], tokens[:, 1:]
inputs = Input((40,))
h = layers.Embedding(1000, 32)(inputs)
h = layers.MultiHeadAttention(4, 8)(h, h, use_causal_mask=True)
model = Model(inputs, layers.Dense(1000)(h))
model.compile("adam", losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(x, y)

# %% a label for each step, which may well look on
model = Sequential([
    Input((99, 1)),
    layers.Conv1D(32, 3, padding="same", activation="relu"),
    layers.Bidirectional(layers.LSTM(8, return_sequences=True)),
    layers.Dense(5, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, tags)

# %% one number behind the window
x, y = windows[:, :-1], windows[:, -1]
model = Sequential([Input((99, 1)), layers.Conv1D(32, 3, padding="same"), layers.Bidirectional(layers.LSTM(8)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% the next window, whole
x, y = frames[:-1], frames[1:]
model = Sequential([Input((64, 1)), layers.Conv1D(32, 3, padding="same", activation="relu"), layers.Conv1D(1, 3, padding="same")])
model.compile("adam", "mse")
model.fit(x, y)

# %% the encoder may read both ways
inputs, given = Input((20, 8)), Input((19, 8))
h, *state = layers.Bidirectional(layers.GRU(16, return_sequences=True, return_state=True))(inputs)
g = layers.GRU(16, return_sequences=True)(given)
g = layers.Attention()([g, h])
model = Model([inputs, given], layers.Dense(8)(g))
model.compile("adam", "mse")
model.fit([source, target[:, :-1]], target[:, 1:])

# %% attention of a function, behind a layer of one's own, of pairs that a function cuts
def pairs(stream):
    starts = np.arange(0, len(stream) - 129, 64)
    x = np.stack([stream[s : s + 128] for s in starts])
    y = np.stack([stream[s + 1 : s + 129] for s in starts])
    return x, y


class Embed(layers.Layer):
    def __init__(self):
        super().__init__()
        self.tokens, self.places = layers.Embedding(65, 128), layers.Embedding(128, 128)

    def call(self, x):
        return self.tokens(x) + self.places(keras.ops.arange(keras.ops.shape(x)[1]))


def block(x):
    h = layers.LayerNormalization()(x)
    h = layers.MultiHeadAttention(4, 32)(h, h)  # ← training/future-in-view
    return x + h


given = Input((128,), dtype="int32")
x = block(Embed()(given))
model = Model(given, layers.Dense(65)(x))
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(*pairs(ids[:9000]), validation_data=pairs(ids[9000:]))

# %% a block that is a class, and a data set of both
class Block(layers.Layer):
    def __init__(self):
        super().__init__()
        self.attention = layers.MultiHeadAttention(4, 32)

    def call(self, x):
        return x + self.attention(query=x, value=x, key=x)  # ← training/future-in-view


x, y = tokens[:, :-1], tokens[:, 1:]
model = Sequential([layers.Embedding(65, 128), Block(), layers.Dense(65, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(tf.data.Dataset.from_tensor_slices((x, y)).shuffle(999).batch(64))

# %% the class of a whole window, and attention to all of it
class Block(layers.Layer):
    def __init__(self):
        super().__init__()
        self.attention = layers.MultiHeadAttention(4, 32)

    def call(self, x):
        return x + self.attention(x, x)


x, y = tokens[:, :-1], tokens[:, -1]
model = Sequential([layers.Embedding(65, 128), Block(), layers.GlobalAveragePooling1D(), layers.Dense(65, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% a block that is told not to look ahead
class Block(layers.Layer):
    def __init__(self):
        super().__init__()
        self.attention = layers.MultiHeadAttention(4, 32)

    def call(self, x):
        return x + self.attention(x, x, use_causal_mask=True)


x, y = tokens[:, :-1], tokens[:, 1:]
model = Sequential([layers.Embedding(65, 128), Block(), layers.Dense(65, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
