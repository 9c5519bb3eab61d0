from keras.models import Sequential
from keras.layers import Dense

net = Sequential()
net.add(Dense(100, input_dim=4, activation="relu"))
net.add(Dense(100, activation="relu"))
net.add(Dense(1, activation="sigmoid"))
