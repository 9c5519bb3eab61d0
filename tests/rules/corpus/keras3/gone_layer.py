# %% recurrent layers for the graphics card
layer = layers.CuDNNGRU(4)  # ← keras3/gone-layer

# %% by import
from keras.layers import LocallyConnected1D

layer = LocallyConnected1D(4, 3)  # ← keras3/gone-layer

# %% merge of Keras 1
from keras.layers import merge

a, b = Input((4,)), Input((4,))
c = merge([a, b], mode="concat")  # ← keras3/gone-layer

# %% merge as an attribute
a, b = Input((4,)), Input((4,))
c = layers.merge([a, b], mode="sum")  # ← keras3/gone-layer

# %% a dense layer over time
layer = layers.TimeDistributedDense(4)  # ← keras3/gone-layer

# %% a transposed convolution
layer = layers.Deconvolution2D(4, (3, 3))  # ← keras3/gone-layer

# %% old names that still are
layer = layers.Convolution2D(4, 3)
other = layers.Convolution2DTranspose(4, 3)

# %% a threshold, which tf.keras still has
layer = tf.keras.layers.ThresholdedReLU(theta=1.0)

# %% functions that merge
a, b = Input((4,)), Input((4,))
c = layers.concatenate([layers.add([a, b]), layers.multiply([a, b])])

# %% a layer of the author's with an old name
class Highway(layers.Layer):
    def call(self, x):
        return x


layer = Highway()

# %% an import with a way out
try:
    from keras.layers import CuDNNLSTM

    layer = CuDNNLSTM(4)
except ImportError:
    layer = layers.LSTM(4)
