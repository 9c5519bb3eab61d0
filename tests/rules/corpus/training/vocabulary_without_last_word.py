# %% as many rows as words
t = tf.keras.preprocessing.text.Tokenizer()
t.fit_on_texts(texts)
model = Sequential([layers.Embedding(len(t.word_index), 16), layers.GlobalAveragePooling1D(), layers.Dense(1)])  # ← training/vocabulary-without-last-word

# %% under two names, with a word for all others
t = tf.keras.preprocessing.text.Tokenizer(oov_token="?")
t.fit_on_texts(texts)
index = t.word_index
size = len(index)
model = Sequential([layers.Embedding(input_dim=size, output_dim=16), layers.GlobalAveragePooling1D(), layers.Dense(1)])  # ← training/vocabulary-without-last-word

# %% one more
t = tf.keras.preprocessing.text.Tokenizer()
size = len(t.word_index) + 1
model = Sequential([layers.Embedding(size, 16), layers.GlobalAveragePooling1D(), layers.Dense(1)])

# %% only the frequent words get numbers
t = tf.keras.preprocessing.text.Tokenizer(num_words=1000)
model = Sequential([layers.Embedding(len(t.word_index), 16), layers.GlobalAveragePooling1D(), layers.Dense(1)])

# %% an index that begins with 0
index = {word: number for number, word in enumerate(words)}
model = Sequential([layers.Embedding(len(index), 16), layers.GlobalAveragePooling1D(), layers.Dense(1)])

# %% a table with one row more
table = np.zeros((len(index) + 1, 50))
model = Sequential([layers.Embedding(len(index), 50, weights=[table]), layers.GlobalAveragePooling1D(), layers.Dense(1)])  # ← training/vocabulary-without-last-word

# %% a table with as many rows
size = len(index) + 1
table = np.zeros((size, 50))
model = Sequential([layers.Embedding(size, 50, weights=[table]), layers.GlobalAveragePooling1D(), layers.Dense(1)])

# %% weights that are set, with a row more
words = 1000
vectors = np.zeros((words + 1, 50))
table = layers.Embedding(words, 50)
table.build((1,))
table.set_weights([vectors])  # ← training/vocabulary-without-last-word

# %% weights of another width
size, width = 1000, 100
vectors = np.random.normal(size=(1000, 300))
table = layers.Embedding(size, width, embeddings_initializer=keras.initializers.Constant(vectors))  # ← training/vocabulary-without-last-word

# %% weights that fit
words = 1000
vectors = np.zeros((words + 1, 50))
table = layers.Embedding(1001, 50)
table.build((1,))
table.set_weights([vectors])

# %% more words than rows
words = layers.TextVectorization(max_tokens=20_000, output_sequence_length=80)
words.adapt(texts)
model = Sequential([Input((1,), dtype="string"), words, layers.Embedding(10_000, 16), layers.Flatten(), layers.Dense(1)])  # ← training/vocabulary-without-last-word

# %% a name for both
size = 20_000
words = layers.TextVectorization(max_tokens=size, output_sequence_length=80)
model = Sequential([Input((1,), dtype="string"), words, layers.Embedding(size, 16), layers.Flatten(), layers.Dense(1)])

# %% positions as well
words = layers.TextVectorization(max_tokens=20_000, output_sequence_length=80)
a = Input((80,))
x = layers.Embedding(20_000, 16)(a) + layers.Embedding(80, 16)(keras.ops.arange(80))
model = Model(a, layers.Dense(1)(layers.GlobalAveragePooling1D()(x)))

# %% counted by a property of a class, given to a function
class Words:
    def __init__(self, longest):
        self.longest = longest
        self.tokenizer = tf.keras.preprocessing.text.Tokenizer(oov_token="<unk>")

    def fit(self, texts):
        self.tokenizer.fit_on_texts(texts)
        return self

    @property
    def size(self):
        return len(self.tokenizer.word_index)


def network(words, length):
    inputs = Input((length,))
    x = layers.Embedding(words, 16, mask_zero=True)(inputs)  # ← training/vocabulary-without-last-word
    return Model(inputs, layers.Dense(1)(layers.GRU(8)(x)))


words = Words(24).fit(texts)
model = network(words.size, words.longest)

# %% counted in a function that gives both, for two models
from keras_preprocessing.text import Tokenizer


def numbered(texts):
    tokenizer = Tokenizer(lower=True)
    tokenizer.fit_on_texts(texts)
    return tokenizer, len(tokenizer.word_index)


source, source_words = numbered(texts)
target, target_words = numbered(others)
settings = {"source": source_words, "target": target_words + 1}
encoder = Sequential([layers.Embedding(settings["source"], 16), layers.GRU(8)])  # ← training/vocabulary-without-last-word
decoder = Sequential([layers.Embedding(settings["target"], 16), layers.GRU(8)])

# %% one more in the class, or where the layer is made
class Words:
    def __init__(self):
        self.tokenizer = tf.keras.preprocessing.text.Tokenizer()

    @property
    def size(self):
        return len(self.tokenizer.word_index) + 1

    def count(self):
        return len(self.tokenizer.word_index)


words = Words()
a = Sequential([layers.Embedding(words.size, 16), layers.GRU(8)])
b = Sequential([layers.Embedding(words.count() + 1, 16), layers.GRU(8)])
c = Sequential([layers.Embedding(1 + words.count(), 16), layers.GRU(8)])

# %% only the frequent words, and an index of the author's, in a class
class Words:
    def __init__(self, most):
        self.tokenizer = tf.keras.preprocessing.text.Tokenizer(num_words=most)
        self.word_index = {word: number for number, word in enumerate(listed)}

    @property
    def size(self):
        return len(self.tokenizer.word_index)


words = Words(500)
a = Sequential([layers.Embedding(words.size, 16), layers.GRU(8)])
b = Sequential([layers.Embedding(len(words.word_index), 16), layers.GRU(8)])

# %% a word for padding is put in
t = tf.keras.preprocessing.text.Tokenizer()
t.fit_on_texts(texts)
t.word_index["<pad>"] = 0
model = Sequential([layers.Embedding(len(t.word_index), 16), layers.GlobalAveragePooling1D(), layers.Dense(1)])

# %% the numbers are moved to begin with 0
def read(text):
    t = tf.keras.preprocessing.text.Tokenizer(char_level=True)
    t.fit_on_texts([text])
    rows = np.array(t.texts_to_sequences([text]))
    return rows[0] - 1, len(t.word_index)


rows, letters = read("to be or not to be")
model = Sequential([layers.Embedding(letters, 16), layers.GRU(8, return_sequences=True), layers.Dense(letters)])

# %% letters numbered from 1, and as many rows as letters
letters = sorted(set("".join(texts)))
number = {letter: i + 1 for i, letter in enumerate(letters)}  # 0 is for padding
longest = max(map(len, texts))


def encode(texts):
    rows = np.zeros((len(texts), longest), "int32")
    for row, text in enumerate(texts):
        for place, letter in enumerate(text):
            rows[row, place] = number[letter]
    return rows


def build(width=64):
    inputs = Input((longest,), dtype="int32")
    x = layers.Embedding(len(letters), width)(inputs)  # ← training/vocabulary-without-last-word
    return Model(inputs, layers.Dense(1)(layers.GlobalMaxPooling1D()(x)))


model = build()
model.compile("adam", "mse")
model.fit(encode(texts), y, epochs=5)

# %% numbered by enumerate with a start, in a class, counted under another name
class Alphabet:
    def __init__(self, texts):
        self.letters = sorted({letter for text in texts for letter in text})
        self.number = {letter: i for i, letter in enumerate(self.letters, start=1)}

    def encode(self, text):
        return [self.number[letter] for letter in text]


alphabet = Alphabet(texts)
size = len(alphabet.letters)
x = keras.utils.pad_sequences([alphabet.encode(text) for text in texts], 80)
model = Sequential([layers.Embedding(size, 16), layers.LSTM(8), layers.Dense(1)])  # ← training/vocabulary-without-last-word

# %% numbered in a loop, the table counted in the call of a function
index = {}
for i, base in enumerate("ACGT"):
    index[base] = i + 1


def network(words, width):
    return Sequential([Input((None,)), layers.Embedding(input_dim=words, output_dim=width), layers.GRU(8)])  # ← training/vocabulary-without-last-word


x = np.array([[index.get(base, 0) for base in read] for read in reads])
model = network(len(index), 8)

# %% one after the other, as they come, in a function
def numbered(texts):
    index = {}
    for text in texts:
        for word in text.split():
            if word not in index:
                index[word] = len(index) + 1
    return index


index = numbered(texts)
rows = [[index[word] for word in text.split()] for text in texts]
model = Sequential([layers.Embedding(len(index), 16, mask_zero=True), layers.GRU(8), layers.Dense(1)])  # ← training/vocabulary-without-last-word

# %% zipped with numbers, and pairs given to dict
words = list(set(" ".join(texts).split()))
first = dict(zip(words, range(1, len(words) + 1)))
second = dict((kind, i + 1) for i, kind in enumerate(table["kind"].unique()))
a, b = Input((30,)), Input((1,))
x = layers.GlobalAveragePooling1D()(layers.Embedding(len(words), 16)(a))  # ← training/vocabulary-without-last-word
z = layers.Flatten()(layers.Embedding(len(second), 4)(b))  # ← training/vocabulary-without-last-word
model = Model([a, b], layers.Dense(1)(layers.concatenate([x, z])))

# %% two numbers are kept, and one more row is given
words = sorted(set(" ".join(texts).split()))
index = {word: i for i, word in enumerate(words, 2)}
settings = {"words": len(words) + 1, "width": 16}
rows = [[index.get(word, 1) for word in text.split()] for text in texts]
model = Sequential([layers.Embedding(settings["words"], settings["width"]), layers.GRU(8), layers.Dense(1)])  # ← training/vocabulary-without-last-word

# %% letters numbered from 1, and one more row
letters = sorted(set("".join(texts)))
number = {letter: i + 1 for i, letter in enumerate(letters)}
rows = [[number[letter] for letter in text] for text in texts]
a = Sequential([layers.Embedding(len(letters) + 1, 16), layers.GRU(8), layers.Dense(1)])
b = Sequential([layers.Embedding(1 + len(number), 16), layers.GRU(8), layers.Dense(1)])
c = Sequential([layers.Embedding(max(number.values()) + 1, 16), layers.GRU(8), layers.Dense(1)])

# %% letters numbered from 1, with a letter for padding put in
letters = sorted(set("".join(texts)))
number = {letter: i + 1 for i, letter in enumerate(letters)}
number["<pad>"] = 0
rows = [[number[letter] for letter in text] for text in texts]
model = Sequential([layers.Embedding(len(number), 16), layers.GRU(8), layers.Dense(1)])

# %% the list gets the padding before it is counted
letters = sorted(set("".join(texts)))
number = {letter: i + 1 for i, letter in enumerate(letters)}
letters.insert(0, "<pad>")
rows = [[number[letter] for letter in text] for text in texts]
model = Sequential([layers.Embedding(len(letters), 16), layers.GRU(8), layers.Dense(1)])

# %% the numbers are moved back, where they are looked up or in the rows
letters = sorted(set("".join(texts)))
number = {letter: i + 1 for i, letter in enumerate(letters)}


def encode(text):
    row = np.zeros(80, "int32")
    for place, letter in enumerate(text):
        row[place] = number[letter]
    return row


x = np.stack([encode(text) for text in texts]) - 1
model = Sequential([layers.Embedding(len(letters), 16), layers.GRU(8), layers.Dense(1)])

# %% labels numbered from 1, words from 0
words = sorted(set(" ".join(texts).split()))
kinds = sorted(set(labels))
index = {word: i for i, word in enumerate(words)}
kind = {name: i + 1 for i, name in enumerate(kinds)}
model = Sequential([layers.Embedding(len(words), 16), layers.GRU(8), layers.Dense(len(kinds) + 1, "softmax")])

# %% the same letters in two tables
letters = sorted(set("".join(texts)))
number = {letter: i for i, letter in enumerate(letters)}
shown = {letter: i + 1 for i, letter in enumerate(letters)}
rows = [[number[letter] for letter in text] for text in texts]
model = Sequential([layers.Embedding(len(letters), 16), layers.GRU(8), layers.Dense(1)])

# %% words that may stand there twice, a number for unknown words, and the frequent ones only
words = open("words.txt").read().split()
index = {word: i + 1 for i, word in enumerate(words)}
model = Sequential([layers.Embedding(len(words), 16), layers.GRU(8), layers.Dense(1)])
frequent = {word: i + 1 for i, word in enumerate(words[:500])}
other = Sequential([layers.Embedding(501, 16), layers.GRU(8), layers.Dense(1)])

# %% padding and unknown words stand first, and a table that begins with them
words = ["<pad>", "<unk>", *sorted(set(" ".join(texts).split()))]
index = {word: i for i, word in enumerate(words)}
later = {"<pad>": 0}
for word in words[2:]:
    later[word] = len(later)
a = Sequential([layers.Embedding(len(words), 16), layers.GRU(8), layers.Dense(1)])
b = Sequential([layers.Embedding(len(later), 16), layers.GRU(8), layers.Dense(1)])
