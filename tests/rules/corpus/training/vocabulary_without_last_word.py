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
