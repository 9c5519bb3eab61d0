# %% a second tokenizer
words = Tokenizer(num_words=1000)
words.fit_on_texts(texts)
x = pad_sequences(words.texts_to_sequences(texts), maxlen=50)
model.fit(x, y, epochs=3)
again = Tokenizer(num_words=1000)
again.fit_on_texts(news)
asked = pad_sequences(again.texts_to_sequences(news), maxlen=50)  # ← training/encoded-anew
print(model.predict(asked))

# %% the same encoder, fitted again
kinds = CountVectorizer()
x = kinds.fit_transform(rows)
model.fit(x, y, epochs=3)
print(model.evaluate(kinds.fit_transform(others), y_others))  # ← training/encoded-anew

# %% a function with a tokenizer of its own
def numbers(texts):
    words = Tokenizer(num_words=1000)
    words.fit_on_texts(texts)
    return pad_sequences(words.texts_to_sequences(texts), maxlen=50)


x = numbers(rows["review"])
x, y = x[order], y[order]
model.fit(x, y, epochs=3)
asked = numbers(news)  # ← training/encoded-anew
print(model.predict(asked))

# %% a function, once for all rows
def numbers(texts):
    words = Tokenizer(num_words=1000)
    words.fit_on_texts(texts)
    return pad_sequences(words.texts_to_sequences(texts), maxlen=50)


x = numbers(rows["review"])
x_train, x_test, y_train, y_test = train_test_split(x, y)
model.fit(x_train, y_train, epochs=3)
print(model.evaluate(x_test, y_test), model.predict(x))

# %% a function that can be given the tokenizer
def numbers(texts, words=None):
    if words is None:
        words = Tokenizer(num_words=1000)
        words.fit_on_texts(texts)
    return pad_sequences(words.texts_to_sequences(texts), maxlen=50), words


x, words = numbers(rows["review"])
model.fit(x, y, epochs=3)
asked, _ = numbers(news, words)
print(model.predict(asked))

# %% the one tokenizer
words = Tokenizer(num_words=1000)
words.fit_on_texts(texts)
x = pad_sequences(words.texts_to_sequences(texts), maxlen=50)
model.fit(x, y, epochs=3)
asked = pad_sequences(words.texts_to_sequences(news), maxlen=50)
print(model.predict(asked))

# %% fitted once, before the rows were set apart
kinds = CountVectorizer()
x = kinds.fit_transform(rows)
x_train, x_test, y_train, y_test = train_test_split(x, y)
model.fit(x_train, y_train, epochs=3)
print(model.evaluate(x_test, y_test))

# %% transformed only
kinds = CountVectorizer()
x = kinds.fit_transform(rows)
model.fit(x, y, epochs=3)
print(model.evaluate(kinds.transform(others), y_others))

# %% trained and asked on the same rows
kinds = CountVectorizer()
x = kinds.fit_transform(rows)
model.fit(x, y, epochs=3)
print(model.predict(x))

# %% labels, which are sorted before they are numbered
names = LabelEncoder()
model.fit(x, names.fit_transform(kinds), epochs=3)
print(model.evaluate(z, names.fit_transform(other_kinds)))

# %% columns cut to one width
x = pd.get_dummies(train[use], columns=["deck"]).values
x_new = pd.get_dummies(test[use], columns=["deck"]).values  # ← training/encoded-anew
model.fit(x, y, epochs=3)
x_new = np.pad(x_new, ((0, 0), (0, x.shape[1] - x_new.shape[1])))
print(model.predict(x_new))

# %% numbered as they are met
for part in (train, test):
    part["deck"] = pd.factorize(part["deck"])[0]  # ← training/encoded-anew

# %% a second layer that numbers words
words = layers.TextVectorization(max_tokens=1000)
words.adapt(texts)
model.fit(words(texts), y, epochs=3)
others = layers.TextVectorization(max_tokens=1000)
others.adapt(news)
print(model.predict(others(news)))  # ← training/encoded-anew

# %% one layer that numbers words
words = layers.TextVectorization(max_tokens=1000)
words.adapt(texts)
model.fit(words(texts), y, epochs=3)
print(model.predict(words(news)))
both["deck"] = pd.factorize(both["deck"])[0]
train["deck"], kinds = pd.factorize(train["deck"])
test["deck"] = kinds.get_indexer(test["deck"])

# %% a tokenizer of one's own, for a model of a known data set
(x, y), (z, w) = keras.datasets.imdb.load_data(num_words=10000)
model.fit(pad_sequences(x, 100), y, epochs=3)
own = Tokenizer(num_words=10000)
own.fit_on_texts(reviews)
print(model.predict(pad_sequences(own.texts_to_sequences(reviews), 100)))  # ← training/encoded-anew

# %% a layer of the program, adapted in a function for both
from keras.layers import TextVectorization

vectorize = TextVectorization(max_tokens=500, output_sequence_length=20)


def numbers(texts):
    vectorize.adapt(texts)  # ← training/encoded-anew
    return np.asarray(vectorize(texts))


x = numbers(train_texts)
model.fit(x, y)
print(model.predict(numbers(test_texts)))

# %% a layer of the program, adapted in a function by the training alone
from keras.layers import TextVectorization

vectorize = TextVectorization(max_tokens=500, output_sequence_length=20)


def numbers(texts, learn=False):
    if learn:
        vectorize.adapt(texts)
    return np.asarray(vectorize(texts))


x = numbers(train_texts, learn=True)
model.fit(x, y)
print(model.predict(numbers(test_texts)))

# %% a function that fits a tokenizer where none is given
def numbers(texts, tokenizer=None):
    if tokenizer is None:
        tokenizer = Tokenizer(num_words=5000)
        tokenizer.fit_on_texts(texts)
    return keras.utils.pad_sequences(tokenizer.texts_to_sequences(texts), maxlen=40), tokenizer


x_train, tokenizer = numbers(texts)
x_val, _ = numbers(more, tokenizer)
model.fit(x_train, y_train, validation_data=(x_val, y_val))
x_new, _ = numbers(new)  # ← training/encoded-anew
print(model.predict(x_new))

# %% a function that is told to fit
count = CountVectorizer(max_features=500)


def encoded(texts, fit=True):
    if fit:
        count.fit_transform(texts)
    return count.transform(texts).toarray()


x_train = encoded(texts)
model.fit(x_train, y_train)
print(model.evaluate(encoded(others), y_others))  # ← training/encoded-anew

# %% a function that is given the tokenizer, and one that is told not to fit
def numbers(texts, tokenizer=None):
    if tokenizer is None:
        tokenizer = Tokenizer(num_words=5000)
        tokenizer.fit_on_texts(texts)
    return keras.utils.pad_sequences(tokenizer.texts_to_sequences(texts), maxlen=40), tokenizer


x_train, tokenizer = numbers(texts)
model.fit(x_train, y_train)
x_new, _ = numbers(new, tokenizer=tokenizer)
print(model.predict(x_new))

# %% a function that is told not to fit
count = CountVectorizer(max_features=500)


def encoded(texts, fit=False):
    if fit:
        count.fit_transform(texts)
    return count.transform(texts).toarray()


x_train = encoded(texts, fit=True)
model.fit(x_train, y_train)
print(model.evaluate(encoded(others), y_others))
