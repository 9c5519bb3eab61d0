import keras
from keras import activations, layers

x = keras.Input((4,))
y = activations.relu(layers.Dense(3)(x))
y = activations.sigmoid(layers.Dense(3)(y))
y = activations.relu(y, negative_slope=0.1)
y = keras.ops.gelu(activations.gelu(y))
model = keras.Model(x, keras.activations.softmax(y))
