import keras
from keras import layers

VOCABULARY = 20_000
model = keras.Sequential([
    keras.Input((80,)),
    layers.Embedding(VOCABULARY, 128),
    layers.Conv1D(32, 5, activation="relu"),
    layers.MaxPooling1D(4),
    layers.GlobalAveragePooling1D(),
    layers.Dense(1, activation="sigmoid"),
])
