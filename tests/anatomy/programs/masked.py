import keras
from keras import layers

model = keras.Sequential([keras.Input((9,)), layers.Embedding(50, 4, mask_zero=True), layers.LSTM(3)])
