# %% a session
session = tf.Session()  # ← keras3/tensorflow-1

# %% a placeholder
x = tf.placeholder(tf.float32, (None, 4))  # ← keras3/tensorflow-1

# %% memory of the graphics card
config = tf.ConfigProto()  # ← keras3/tensorflow-1
config.gpu_options.allow_growth = True

# %% by import
from tensorflow import Session  # ← keras3/tensorflow-1

# %% an optimizer
optimizer = tf.train.AdamOptimizer(0.1)  # ← keras3/tensorflow-1

# %% layers
layer = tf.layers.dense  # ← keras3/tensorflow-1

# %% contributions
loss = tf.contrib.losses  # ← keras3/tensorflow-1

# %% the old world on purpose
import tensorflow.compat.v1 as tf1

tf1.disable_v2_behavior()
session = tf1.Session()

# %% the old world, spelt out
session = tf.compat.v1.Session()

# %% what TensorFlow 2 has
tf.random.set_seed(1)
x = tf.reduce_mean(tf.constant([1.0, 2.0]))
scope = tf.name_scope("part")

# %% either or
try:
    session = tf.Session()
except AttributeError:
    session = None

# %% the version is asked
if tf.__version__.startswith("1"):
    tf.set_random_seed(1)
else:
    tf.random.set_seed(1)

# %% one for each version
IS_TF2 = tf.__version__ > "2"
tf.random.set_seed(1) if IS_TF2 else tf.set_random_seed(1)
variables = tf.compat.v1.global_variables() if IS_TF2 else tf.global_variables()
session = None if tf.__version__ > "2" else tf.Session()
