import keras
from keras import layers

model = keras.Sequential([
    keras.Input((64, 2)),
    layers.ZeroPadding1D(2), layers.Conv1D(4, 3, padding="causal"), layers.Cropping1D(1), layers.UpSampling1D(2),
    layers.AveragePooling1D(2), layers.SeparableConv1D(3, 3), layers.Conv1DTranspose(2, 3), layers.SpatialDropout1D(0.1),
    layers.Permute((2, 1)), layers.Reshape((-1,)), layers.Dense(1),
])
