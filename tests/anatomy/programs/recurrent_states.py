import keras
from keras import layers

source = keras.Input((None, 5))
_, h, c = layers.LSTM(7, return_state=True)(source)
target = keras.Input((None, 4))
sequence = layers.LSTM(7, return_sequences=True)(target, initial_state=[h, c])
model = keras.Model([source, target], layers.TimeDistributed(layers.Dense(3, activation="softmax"))(sequence))
