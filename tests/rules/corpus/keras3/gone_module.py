# %% layers by kind
from keras.layers.convolutional import Conv2D, MaxPooling2D  # ← keras3/gone-module
from keras.layers.normalization import BatchNormalization  # ← keras3/gone-module

# %% a plain import
import keras.layers.recurrent  # ← keras3/gone-module

# %% through tensorflow
from tensorflow.keras.layers.experimental.preprocessing import Rescaling  # ← keras3/gone-module

# %% as an attribute
labels = keras.utils.np_utils.to_categorical([0, 1])  # ← keras3/gone-module

# %% for scikit-learn
from tensorflow.keras.wrappers.scikit_learn import KerasClassifier  # ← keras3/gone-module

# %% generators of images
from keras.preprocessing.image import ImageDataGenerator  # ← keras3/gone-module

# %% words
from keras.preprocessing.text import Tokenizer  # ← keras3/gone-module

# %% series
from keras.preprocessing.sequence import TimeseriesGenerator  # ← keras3/gone-module

# %% optimizers of yesterday
optimizer = tf.keras.optimizers.legacy.SGD(learning_rate=0.1)  # ← keras3/gone-module

# %% several graphics cards
from keras.utils import multi_gpu_model  # ← keras3/gone-module

# %% short names of losses and constraints
from keras.losses import logcosh  # ← keras3/gone-module
from keras.constraints import maxnorm  # ← keras3/gone-module

# %% everything is where it should be
from keras.layers import Conv2D, Dense, LSTM
from keras.utils import plot_model, to_categorical
from keras.preprocessing.sequence import pad_sequences
from keras.preprocessing.image import img_to_array, load_img
from keras.applications.vgg16 import VGG16, preprocess_input

# %% what tf.keras still has
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.preprocessing.sequence import TimeseriesGenerator
from tensorflow.keras.preprocessing.text import Tokenizer

words = tf.keras.preprocessing.text.Tokenizer()

# %% either or
try:
    from keras.utils import np_utils
except ImportError:
    from keras import utils as np_utils

# %% private, but it runs
from tensorflow.python.keras import backend

# %% modules of the author's
from .layers.core import Dense
from mykeras.utils.np_utils import to_categorical

# %% for Keras 2, with its package
import tf_keras
from tf_keras.layers.core import Dense

# %% the sources of Keras 3, as editors import them
from keras.src.layers import LSTM
from keras.src.layers.core.dense import Dense
from keras.src.layers.pooling.max_pooling2d import MaxPooling2D
import keras.src.layers.normalization

layer = keras.src.layers.core.dense.Dense(3)

# %% the files of optimizers
from keras.optimizers.adam_v2 import Adam  # ← keras3/gone-module
from tensorflow.keras.optimizers.rmsprop_v2 import RMSprop  # ← keras3/gone-module
