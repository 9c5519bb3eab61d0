# %% grey
base = keras.applications.VGG16(weights="imagenet", include_top=False, input_shape=(48, 48, 1))  # ← shape/weights-for-three-channels

# %% by default, with a name for the shape
shape = (64, 64, 4)
base = keras.applications.MobileNetV2(include_top=False, input_shape=shape)  # ← shape/weights-for-three-channels

# %% from nothing
base = keras.applications.MobileNetV2(weights=None, include_top=False, input_shape=(32, 32, 1))

# %% three channels
def network(**given):
    return keras.applications.MobileNetV2(weights=None, include_top=False, **given)


base = network(input_shape=(32, 32, 3))

# %% a function of the author's
def ResNet50(input_shape):
    return keras.Sequential([keras.Input(input_shape), layers.Conv2D(4, 3)])


base = ResNet50(input_shape=(32, 32, 1))
