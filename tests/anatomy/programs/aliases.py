import tensorflow as tf
import tensorflow.keras.layers as L
from tensorflow.keras import models as m

first = m.Sequential([L.Input((3,)), L.Dense(2)])
second = tf.keras.models.Sequential([tf.keras.layers.InputLayer(shape=(3,)), tf.keras.layers.Dense(2)])
