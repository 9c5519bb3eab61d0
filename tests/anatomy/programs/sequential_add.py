import keras
from keras.layers import Activation, BatchNormalization, Dense

model = keras.Sequential()
model.add(keras.Input(shape=(11,)))
model.add(Dense(32, use_bias=False))
model.add(BatchNormalization())
model.add(Activation("relu"))
model.add(Dense(3, activation="softmax"))
