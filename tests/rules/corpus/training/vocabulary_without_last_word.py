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
