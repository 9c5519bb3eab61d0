import keras
from keras import layers

model = keras.Sequential([
    keras.Input((8, 8, 8, 1)),
    layers.Conv3D(4, 3, activation="relu"), layers.MaxPooling3D(2), layers.UpSampling3D(2), layers.ZeroPadding3D(1),
    layers.AveragePooling3D((2, 2, 1)), layers.GlobalAveragePooling3D(),
])
