# %% in a loop
(x, y), (z, w) = keras.datasets.imdb.load_data(num_words=10000)
word_index = keras.datasets.imdb.get_word_index()


def encode(review):
    ids = [1]
    for word in review.lower().split():
        number = word_index.get(word)  # ← training/words-numbered-otherwise
        if number is None or number >= 10000:
            ids.append(2)
        else:
            ids.append(number)
    return keras.utils.pad_sequences([ids], maxlen=250)


p = model.predict(encode("a good film"))

# %% in a comprehension
from tensorflow.keras.datasets import reuters
(x, y), (z, w) = reuters.load_data(num_words=5000)
index = reuters.get_word_index()
ids = [index[word] if word in index else 2 for word in text.split()]  # ← training/words-numbered-otherwise
p = model.predict(pad_sequences([ids], 100))

# %% moved
(x, y), (z, w) = keras.datasets.imdb.load_data(num_words=10000)
word_index = keras.datasets.imdb.get_word_index()
ids = [1] + [word_index.get(word, -1) + 3 for word in text.split()]
p = model.predict(pad_sequences([ids], 100))

# %% the whole table is moved
(x, y), (z, w) = keras.datasets.imdb.load_data(num_words=10000)
word_index = keras.datasets.imdb.get_word_index()
word_index = {word: number + 3 for word, number in word_index.items()}
ids = [word_index.get(word, 2) for word in text.split()]
p = model.predict(pad_sequences([ids], 100))

# %% loaded without moving
(x, y), (z, w) = keras.datasets.imdb.load_data(num_words=10000, index_from=0)
word_index = keras.datasets.imdb.get_word_index()
ids = [word_index.get(word, 2) for word in text.split()]
p = model.predict(pad_sequences([ids], 100))

# %% only read back
(x, y), (z, w) = keras.datasets.imdb.load_data(num_words=10000)
word_index = keras.datasets.imdb.get_word_index()
words = {number: word for word, number in word_index.items()}
print(" ".join(words.get(i - 3, "?") for i in x[0]))
p = model.predict(z)

# %% the texts of somebody else
word_index = keras.datasets.imdb.get_word_index()
ids = [word_index.get(word, 2) for word in text.split()]
model.fit(ids, y)
p = model.predict(ids)
