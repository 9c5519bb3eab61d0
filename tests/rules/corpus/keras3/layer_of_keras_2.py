# %% with TensorFlow Hub
import tensorflow_hub as hub
model = Sequential([
    Input((), dtype="string"),
    hub.KerasLayer("https://tfhub.dev/google/nnlm-en-dim50/2"),  # ← keras3/layer-of-keras-2
    layers.Dense(1),
])

# %% with TensorFlow Hub
import tensorflow_hub as hub
embed = hub.KerasLayer("https://tfhub.dev/google/nnlm-en-dim50/2", trainable=True)  # ← keras3/layer-of-keras-2
model = tf.keras.Sequential()
model.add(embed)

# %% with TensorFlow Hub
from tensorflow_hub import KerasLayer
text = Input((), dtype="string")
model = Model(text, layers.Dense(1)(KerasLayer("https://tfhub.dev/google/nnlm-en-dim50/2")(text)))  # ← keras3/layer-of-keras-2

# %% for Keras 2, with its package
import tensorflow_hub as hub
import tf_keras
model = tf_keras.Sequential([hub.KerasLayer("https://tfhub.dev/google/nnlm-en-dim50/2"), tf_keras.layers.Dense(1)])

# %% with TensorFlow Hub
import tensorflow_hub as hub
class Embed(layers.Layer):
    def __init__(self):
        super().__init__()
        self.inner = hub.KerasLayer("https://tfhub.dev/google/nnlm-en-dim50/2")
    def call(self, text):
        return self.inner(text)
text = Input((), dtype="string")
model = Model(text, layers.Dense(1)(Embed()(text)))

# %% with TensorFlow Hub
import tensorflow_hub as hub
embed = hub.load("https://tfhub.dev/google/nnlm-en-dim50/2")
vectors = embed(["a", "b"])

# %% with TensorFlow Hub
import tensorflow_hub as hub

# Hub makes layers of tf_keras.
net = Sequential()
net.add(Input((224, 224, 3)))
net.add(hub.KerasLayer("https://tfhub.dev/google/x", trainable=False))  # ← keras3/layer-of-keras-2

# %% layers of both kinds
import tf_keras
from tensorflow.python.keras.layers import Dense

net = keras.Sequential([Input((3,)), tf_keras.layers.LSTM(4)])  # ← keras3/layer-of-keras-2
net.add(Dense(3))  # ← keras3/layer-of-keras-2
i = keras.Input((3,))
x = tf_keras.layers.Dense(3)(layers.Dense(3)(i))  # ← keras3/layer-of-keras-2

# %% all of one kind, with the package of Keras 2
import tf_keras
from tf_keras import layers

net = tf_keras.Sequential([layers.Dense(3), tf_keras.layers.Dense(2)])
i = tf_keras.Input((3,))
net = tf_keras.Model(i, layers.Dense(3)(i))
