# %% a literal, a file, words that were joined, a question
from tensorflow.keras.preprocessing.text import Tokenizer

with open("book.txt") as file:
    text = file.read().lower()
text = text.replace("\n", " ")
first = Tokenizer(num_words=100)
first.fit_on_texts(text)  # ← training/text-for-texts
second = Tokenizer()
second.fit_on_texts("the cat sat")  # ← training/text-for-texts
third = Tokenizer()
third.fit_on_texts(" ".join(words))  # ← training/text-for-texts
third.texts_to_sequences("what is it")  # ← training/text-for-texts
line = "what" + " is it"
third.texts_to_matrix(line[:9])  # ← training/text-for-texts

# %% lists, letters that are wanted, and what is not known
from tensorflow.keras.preprocessing.text import Tokenizer

text = open("book.txt").read()
first = Tokenizer(char_level=True)
first.fit_on_texts(text)
second = Tokenizer()
second.fit_on_texts([text])
second.fit_on_texts(text.split("\n"))
second.fit_on_texts(open("book.txt").readlines())
second.fit_on_texts(open("book.txt"))
second.fit_on_texts(texts)
second.texts_to_sequences([line.lower() for line in texts])
text = text.splitlines()
second.fit_on_texts(text)
