from keras import Sequential
from keras.layers import Dense, Dropout, Input

model = Sequential([Input((4,)), Dense(16, activation="relu"), Dropout(0.25), Dense(1)])
