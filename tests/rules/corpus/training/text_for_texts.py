# %% a file
from tensorflow.keras.preprocessing.text import Tokenizer

with open("book.txt") as file:
    text = file.read().lower()
text = text.replace("\n", " ")
words = Tokenizer(num_words=100)
words.fit_on_texts(text)  # ← training/text-for-texts

# %% a literal, words that were joined, a question
from tensorflow.keras.preprocessing.text import Tokenizer

second = Tokenizer()
second.fit_on_texts("the cat sat")  # ← training/text-for-texts
third = Tokenizer()
third.fit_on_texts(" ".join(words))  # ← training/text-for-texts
third.texts_to_sequences("what is it")  # ← training/text-for-texts
line = "what" + " is it"
third.texts_to_matrix(line[:9])  # ← training/text-for-texts

# %% lists
from tensorflow.keras.preprocessing.text import Tokenizer

text = open("book.txt").read()
words = Tokenizer()
words.fit_on_texts([text])
words.fit_on_texts(text.split("\n"))
words.fit_on_texts(open("book.txt").readlines())
words.fit_on_texts(open("book.txt"))
words.texts_to_sequences([line.lower() for line in texts])

# %% letters that are wanted
from tensorflow.keras.preprocessing.text import Tokenizer

text = open("book.txt").read()
letters = Tokenizer(char_level=True)
letters.fit_on_texts(text)

# %% a name for a text, and then for its lines
from tensorflow.keras.preprocessing.text import Tokenizer

text = open("book.txt").read()
text = text.splitlines()
words = Tokenizer()
words.fit_on_texts(text)
words.fit_on_texts(texts)
