import keras
from keras import layers

model = keras.Sequential([
    keras.Input((12, 3)),
    layers.LSTM(16, return_sequences=True, dropout=0.1),
    layers.Bidirectional(layers.LSTM(8, return_sequences=True)),
    layers.Bidirectional(layers.GRU(8), merge_mode="sum"),
    layers.RepeatVector(3),
    layers.SimpleRNN(4, activation="relu"),
    layers.Dense(1),
])
