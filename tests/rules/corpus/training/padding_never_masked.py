# %% another value, in a function
PAD = -1.0


def tensor(ids):
    return keras.utils.pad_sequences([series[i] for i in ids], maxlen=72, dtype="float32", value=PAD)


x, y = tensor(ids), labels[ids]
model = Sequential([Input((72, 5)), layers.Masking(mask_value=0.0), layers.LSTM(16), layers.Dense(1)])  # ← training/padding-never-masked
model.compile("adam", "mse")
model.fit(x, y)

# %% zeros, where the mask looks for -1
x = keras.utils.pad_sequences(series, padding="post", dtype="float32")
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = Sequential()
model.add(layers.Masking(mask_value=-1, input_shape=(72, 5)))  # ← training/padding-never-masked
model.add(layers.GRU(16))
model.add(layers.Dense(1))
model.compile("adam", "mse")
model.fit(x_train, y_train)

# %% a table that is filled row by row, and words
x = np.full((len(series), 72), 1)
for i, one in enumerate(series):
    x[i, : len(one)] = one
model = Sequential([layers.Embedding(900, 8, mask_zero=True), layers.LSTM(16), layers.Dense(1)])  # ← training/padding-never-masked
model.compile("adam", "mse")
model.fit(x, y)

# %% the same value
x = keras.utils.pad_sequences(series, maxlen=72, dtype="float32", value=-1)
model = Sequential([Input((72, 5)), layers.Masking(mask_value=-1.0), layers.LSTM(16), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% zeros for zeros
x = keras.utils.pad_sequences(series, maxlen=72)
model = Sequential([layers.Embedding(900, 8, mask_zero=True), layers.LSTM(16), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% the padding is changed afterwards
x = keras.utils.pad_sequences(series, maxlen=72, dtype="float32", value=-1)
x[x == -1] = 0
model = Sequential([Input((72, 5)), layers.Masking(), layers.LSTM(16), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% numbers that move
x = keras.utils.pad_sequences(series, maxlen=72, dtype="float32", value=-1)
x = x + 1
model = Sequential([Input((72, 5)), layers.Masking(), layers.LSTM(16), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% a value that the program does not tell
x = keras.utils.pad_sequences(series, maxlen=72, value=index["<pad>"])
model = Sequential([layers.Embedding(900, 8, mask_zero=True), layers.LSTM(16), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% a table of ones whose ends are filled otherwise
x = np.full((len(series), 72, 5), 1.0)
for i, one in enumerate(series):
    x[i, : len(one)] = one
    x[i, len(one) :] = 0.0
model = Sequential([layers.Masking(), layers.LSTM(16), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
