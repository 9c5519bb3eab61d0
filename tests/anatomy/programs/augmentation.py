import keras
from keras import layers

augment = keras.Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.1), layers.RandomZoom(0.2)])
model = keras.Sequential([
    keras.Input((24, 24, 3)), augment, layers.Resizing(16, 16), layers.CenterCrop(8, 8), layers.Conv2D(2, 3),
])
