import keras
from keras import layers, regularizers
from keras.regularizers import l2

model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(8, 2, padding="same", activation="relu", kernel_regularizer=regularizers.l2(0.01)),
    layers.Conv2D(8, 2, kernel_regularizer=l2(1e-4), bias_regularizer=regularizers.l1(0.5)),
    layers.Conv2D(8, 2, kernel_regularizer=regularizers.L1L2(l1=0.1, l2=0.2)),
    layers.Flatten(),
    layers.Dense(2, kernel_regularizer="l2", activity_regularizer=regularizers.L1(0.5)),
    layers.ActivityRegularization(l2=0.1),
])
