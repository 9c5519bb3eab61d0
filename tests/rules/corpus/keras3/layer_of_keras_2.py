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
