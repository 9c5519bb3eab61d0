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

# %% a function numbers words and tags, and only the words are read
words = {"<pad>": 0, "<unk>": 1}
for sentence in sentences:
    for word in sentence:
        words.setdefault(word, len(words))
tag_id = {tag: i for i, tag in enumerate(sorted(set(every)))}


def encode(part):
    x = [[words.get(word, 1) for word in sentence] for sentence in part["word"]]
    y = [[tag_id[tag] for tag in sentence] for sentence in part["tag"]]
    x, y = keras.utils.pad_sequences(x), keras.utils.pad_sequences(y)
    return x, y, (x != 0).astype("float32")


x, y, weights = encode(train)
model = keras.Sequential([layers.Embedding(len(words), 8, mask_zero=True), layers.LSTM(16, return_sequences=True), layers.Dense(9, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y, sample_weight=weights)

# %% the same, where words and tags come from functions of their own
tag_id = {tag: i for i, tag in enumerate(sorted(set(every)))}


def encode(part):
    x = [lookup(sentence) for sentence in part["word"]]
    y = [[tag_id[tag] for tag in sentence] for sentence in part["tag"]]
    return keras.utils.pad_sequences(x), keras.utils.pad_sequences(y)


x_train, y_train = encode(train)
model = keras.Sequential([layers.Embedding(900, 8, mask_zero=True), layers.LSTM(16, return_sequences=True), layers.Dense(9, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train, y_train)
