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

# %% trained in one branch, loaded in the other, the names used several times
def number(texts):
    chars = []
    for text in texts:
        chars += list(text)
    chars = list(set(chars))
    return {c: i + 2 for i, c in enumerate(chars)}  # ← training/numbered-by-a-set


def main(mode):
    index = number(texts)
    if mode == "train":
        model = build(index)
        model.fit(encode(texts, index), y)
        model.save("letters.keras")
    else:
        model = keras.models.load_model("letters.keras")
        print(model.predict(encode(asked, index)))

# %% two functions, called in two branches; numbers by zip
import sys
vocabulary = set(open("names.txt").read()) | {"<pad>"}
numbers = dict(zip(vocabulary, range(len(vocabulary))))  # ← training/numbered-by-a-set


def train():
    model.fit(x, y)
    model.save_weights("names.weights.h5")


def ask():
    model.load_weights("names.weights.h5")


if sys.argv[1] == "train":
    train()
else:
    ask()

# %% one by one, in a class, and by their place in a list
class Words:
    def __init__(self, texts):
        self.words = list(set(" ".join(texts).split()))
        self.number = {word: at for at, word in enumerate(self.words)}  # ← training/numbered-by-a-set


tags = set()
for line in lines:
    tags.add(line.split()[1])
index = {}
for tag in tags:  # ← training/numbered-by-a-set
    index[tag] = len(index)
kinds = [kind for kind in set(lines) if kind]
answers = [kinds.index(line) for line in lines]  # ← training/numbered-by-a-set
model = keras.models.load_model("names.keras")

# %% an earlier training goes on
words = list(set(open("names.txt").read().split()))
number = {word: at for at, word in enumerate(words)}  # ← training/numbered-by-a-set
if resume:
    model.load_weights("names.weights.h5")
model.fit(x, y)

# %% the best epoch of the same session is loaded
number = {letter: at for at, letter in enumerate(set(data))}
model.fit(x, y, callbacks=[callbacks.ModelCheckpoint("best.keras", save_best_only=True)])
model = keras.models.load_model("best.keras")

# %% trained by a function, and loaded by another, one after the other
def train():
    model.fit(x, y)
    model.save_weights("names.weights.h5")


def ask():
    model.load_weights("names.weights.h5")


number = {letter: at for at, letter in enumerate(set(data))}
train()
ask()

# %% sorted in its place
letters = list(set(data))
letters.sort()
number = {letter: at for at, letter in enumerate(letters)}
model = keras.models.load_model("names.keras")

# %% a set of whole numbers has one order
pitches = list(set(range(21, 109)))
number = {pitch: at for at, pitch in enumerate(pitches)}
kinds = dict(zip(set(int(part) for part in lines), range(5)))
model = keras.models.load_model("notes.keras")

# %% without a set, and not numbered
words = list(dict.fromkeys(lines))
number = {word: at for at, word in enumerate(words)}
for word in set(lines):
    counts[word] = lines.count(word)
pairs = list(zip(set(lines), lines))
model = keras.models.load_model("names.keras")
