import keras
from keras import layers

body = keras.Sequential([layers.Dense(8, "relu"), layers.Dropout(0.3)])
entry = keras.Input((4,))
head = keras.Model(hidden := keras.Input((8,)), layers.Dense(1)(hidden))
model = keras.Model(entry, head(body(entry)))
chain = keras.Sequential([keras.Input((4,)), body, head])
