import keras
from keras import layers

model = keras.Sequential([
    keras.Input((5, 12, 12, 1)),
    layers.TimeDistributed(layers.Conv2D(4, 3, activation="relu")),
    layers.TimeDistributed(layers.Flatten()),
    layers.ConvLSTM1D(2, 3) if False else layers.LSTM(6),
    layers.Dense(1),
])
