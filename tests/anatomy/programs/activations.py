import keras
from keras import layers

model = keras.Sequential([
    keras.Input((4,)),
    layers.Dense(3, activation=keras.activations.relu),
    layers.LeakyReLU(0.1),
    layers.Dense(3, activation=layers.LeakyReLU(negative_slope=0.2)),
    layers.Dense(3, activation="leaky_relu"),
    layers.ELU(alpha=0.5),
    layers.PReLU(),
    layers.Activation("swish"),
    layers.Activation(keras.ops.tanh),
    layers.ReLU(max_value=6),
    layers.ReLU(negative_slope=0.1),
    layers.Softmax(),
])
