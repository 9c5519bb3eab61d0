import keras
from keras import layers

model = keras.Sequential([
    keras.Input((4,)), layers.Dense(3, trainable=False), layers.Dense(4, name="second"), layers.Dense(5), layers.Dense(6),
])
model.layers[-1].trainable = False
for layer in model.layers[:1]:
    layer.trainable = True
model.get_layer("second").trainable = False
model.get_layer(index=2).trainable = False
model.layers[2].trainable = True
