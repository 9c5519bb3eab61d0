import keras
from keras import ops

x = keras.Input((6, 5))
y = ops.relu(x)
y = ops.mean(y, axis=1, keepdims=False)
y = ops.concatenate([y, y], axis=-1)
y = ops.expand_dims(y, 1)
y = ops.reshape(y, (-1, 10))
model = keras.Model(x, ops.softmax(y))
