from keras.layers import *
from keras.models import *

model = Sequential()
model.add(Input((28, 28, 1)))
model.add(Conv2D(8, 3, activation="relu"))
model.add(MaxPool2D())
model.add(Flatten())
model.add(Dense(10, activation="softmax"))
