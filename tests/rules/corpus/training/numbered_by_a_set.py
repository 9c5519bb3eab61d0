# %% characters, in two dictionaries
data = open("names.txt").read()
uniq = set(data)
number = {letter: at for at, letter in enumerate(uniq)}  # ← training/numbered-by-a-set
letter = dict(enumerate(list(uniq)))  # ← training/numbered-by-a-set
model = keras.models.load_model("names.keras")

# %% words, and weights from a file
words = list({word for line in lines for word in line.split()})
number = {word: at for at, word in enumerate(words)}  # ← training/numbered-by-a-set
model = Sequential([Input((9,)), layers.Embedding(len(words), 8), layers.Flatten(), layers.Dense(1)])
model.load_weights("names.weights.h5")

# %% a list that is made of itself
from helpers import words
words = list(words)
number = {word: at for at, word in enumerate(words)}
model = keras.models.load_model("names.keras")

# %% sorted
number = {letter: at for at, letter in enumerate(sorted(set(data)))}
model = keras.models.load_model("names.keras")

# %% trained and asked in one session
number = {letter: at for at, letter in enumerate(set(data))}
model = Sequential([Input((9,)), layers.Dense(1)])
model.fit(x, y)

# %% the numbers are kept
import pickle
number = {letter: at for at, letter in enumerate(set(data))}
pickle.dump(number, open("numbers.pkl", "wb"))
model = keras.models.load_model("names.keras")
