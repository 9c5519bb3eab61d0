import random

import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
if random.random() < 0.5:
    units = 3
    print("one way")
else:
    units = 3
    print("the other")
model.add(keras.layers.Dense(units))
