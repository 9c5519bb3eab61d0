import keras
from keras import layers

model = keras.Sequential([
    keras.Input((8, 8, 4)),
    layers.Rescaling(1.0 / 255, offset=-1),
    layers.Normalization(axis=-1),
    layers.BatchNormalization(momentum=0.9, scale=False),
    layers.LayerNormalization(axis=[1, 2]),
    layers.GroupNormalization(groups=2),
    layers.UnitNormalization(),
    layers.GaussianNoise(0.1), layers.GaussianDropout(0.2), layers.AlphaDropout(0.3),
])
