# %% a metric
import keras.backend as K


def share(y_true, y_pred):
    hits = K.cast(y_true > 0.5, "float32")  # ← keras3/backend-function
    return hits


print(share(np.ones(3), np.ones(3)))

# %% by its full name
x = keras.backend.variable(np.zeros(3))  # ← keras3/backend-function

# %% the session of TensorFlow 1
from keras import backend as K

K.set_session(None)  # ← keras3/backend-function

# %% the session, through tf.keras
tf.keras.backend.get_session()  # ← keras3/backend-function

# %% the order of axes
from keras import backend as K

K.set_image_dim_ordering("th")  # ← keras3/backend-function

# %% what remains
from keras import backend as K

K.clear_session()
K.set_floatx("float32")
print(K.epsilon(), K.image_data_format(), K.backend())

# %% what tf.keras still has
from tensorflow.keras import backend as K

print(K.mean(tf.constant([1.0, 2.0])))

# %% operations
from keras import ops

print(ops.mean(ops.square(np.ones(3))))

# %% another K
import numpy as K

print(K.mean(K.square(K.ones(3))))

# %% with a way out
from keras import backend as K

if hasattr(K, "set_image_dim_ordering"):
    K.set_image_dim_ordering("tf")
