import math

import numpy as np
import keras
from keras import layers

rate, side = round(0.249, 1), int(math.sqrt(64))
flat = int(np.prod((side, side)))
model = keras.Sequential([keras.Input((flat,)), layers.Dropout(rate), layers.Dense(max(3, min(side, 5)))])
