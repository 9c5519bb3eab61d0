import keras
from keras import initializers, layers
from keras.initializers import HeNormal

model = keras.Sequential([
    keras.Input((4,)),
    layers.Dense(3, kernel_initializer="he_normal", bias_initializer="ones"),
    layers.Dense(3, kernel_initializer=HeNormal(seed=3)),
    layers.Dense(3, kernel_initializer=initializers.RandomNormal(stddev=0.01), bias_initializer=initializers.Constant(0.1)),
    layers.Dense(3, kernel_initializer=initializers.glorot_uniform, bias_initializer=initializers.zeros()),
    layers.Dense(3, kernel_initializer="random_uniform", kernel_constraint=keras.constraints.MaxNorm(3)),
])
