# %% letters
LETTERS = "ACGT"
number = {letter: i for i, letter in enumerate(LETTERS)}  # ← training/token-taken-for-padding
x = keras.utils.pad_sequences([[number[letter] for letter in row] for row in rows], padding="post")
model = keras.Sequential([layers.Embedding(5, 8, mask_zero=True), layers.LSTM(16), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% words that are met, in functions
words = sorted(set(" ".join(texts).split()))
index = dict(zip(words, range(len(words))))  # ← training/token-taken-for-padding


def encode(text):
    return [index[word] for word in text.split()]


def padded(every):
    return keras.utils.pad_sequences([encode(text) for text in every], maxlen=20)


x_train = padded(texts)
model = keras.Sequential([layers.Embedding(len(words) + 1, 8, mask_zero=True), layers.GRU(16), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x_train, y)

# %% from 1
LETTERS = "ACGT"
number = {letter: i for i, letter in enumerate(LETTERS, start=1)}
other = {letter: i + 1 for i, letter in enumerate(LETTERS)}
x = keras.utils.pad_sequences([[number[letter] for letter in row] for row in rows], padding="post")
model = keras.Sequential([layers.Embedding(5, 8, mask_zero=True), layers.LSTM(16), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% moved where it is read
LETTERS = "ACGT"
number = {letter: i for i, letter in enumerate(LETTERS)}
x = keras.utils.pad_sequences([[number[letter] + 1 for letter in row] for row in rows], padding="post")
model = keras.Sequential([layers.Embedding(5, 8, mask_zero=True), layers.LSTM(16), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% the padding comes first
words = ["<pad>", "<unk>", "yes", "no"]
index = {word: i for i, word in enumerate(words)}
x = keras.utils.pad_sequences([[index[word] for word in row] for row in rows])
model = keras.Sequential([layers.Embedding(4, 8, mask_zero=True), layers.LSTM(16), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

# %% labels from 0, and no mask
tags = sorted(set(every))
place = {tag: i for i, tag in enumerate(tags)}
y = np.array([place[tag] for tag in every])
model = keras.Sequential([layers.Embedding(900, 8, mask_zero=True), layers.LSTM(16), layers.Dense(len(tags), activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
