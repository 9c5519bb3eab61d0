import keras
from keras import layers

model = keras.Sequential([
    keras.Input((33, 33, 3)),
    layers.Conv2D(8, (3, 3), strides=2, dilation_rate=1),
    layers.Conv2D(8, 3, 1),
    layers.SeparableConv2D(16, 3, padding="SAME"),
    layers.DepthwiseConv2D(3, depth_multiplier=2),
    layers.Conv2DTranspose(8, 2, strides=2),
    layers.ZeroPadding2D(1),
    layers.ZeroPadding2D((1, 2)),
    layers.Cropping2D(((1, 0), (0, 1))),
    layers.AveragePooling2D(pool_size=2, strides=(1, 1)),
    layers.UpSampling2D(interpolation="bilinear"),
    layers.SpatialDropout2D(0.2),
    layers.GlobalAveragePooling2D(keepdims=True),
    layers.Flatten(),
])
