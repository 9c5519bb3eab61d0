# %% images of another size
base = keras.applications.VGG16(weights="imagenet", input_shape=(150, 150, 3))  # ← shape/top-left-on
base.trainable = False
inputs = Input((150, 150, 3))
x = layers.GlobalAveragePooling2D()(base(inputs, training=False))
model = Model(inputs, layers.Dense(1, activation="sigmoid")(x))

# %% the same in a function, the size under a name, the weights by default
SIZE = (180, 180)


def extractor(size):
    network = keras.applications.EfficientNetB3(input_shape=size + (3,), include_top=True)  # ← shape/top-left-on
    network.trainable = False
    return network


model = Sequential([Input(SIZE + (3,)), extractor(SIZE), layers.Dense(4, activation="softmax")])

# %% its head stands before a pool, in a list of layers
base = keras.applications.MobileNetV2(weights=None)  # ← shape/top-left-on
model = Sequential([base, layers.Dropout(0.2), layers.GlobalMaxPooling2D(), layers.Dense(2)])

# %% its output goes into a convolution
base = keras.applications.MobileNetV2(weights=None, input_shape=(96, 96, 3))  # ← shape/top-left-on
x = layers.Conv2D(64, 3, activation="relu")(base.output)
model = Model(base.input, layers.Dense(2)(layers.GlobalAveragePooling2D()(x)))

# %% a base in the class of a model, with oblong images
class Classifier(keras.Model):
    def __init__(self):
        super().__init__()
        self.base = keras.applications.ResNet50(weights="imagenet", input_shape=(224, 320, 3))  # ← shape/top-left-on
        self.pool = layers.GlobalAveragePooling2D()
        self.out = layers.Dense(3)

    def call(self, x):
        return self.out(self.pool(self.base(x)))


model = Classifier()

# %% without the top
base = keras.applications.MobileNetV2(weights=None, input_shape=(160, 160, 3), include_top=False)
model = Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(2)])

# %% all of the network, of a size that it takes
a = keras.applications.MobileNetV2(weights=None, input_shape=(96, 96, 3))
b = keras.applications.MobileNet(weights=None)
answers = b(np.zeros((1, 224, 224, 3)))

# %% weights of its own, for images of another size and other classes
model = keras.applications.MobileNetV2(weights=None, input_shape=(64, 64, 3), classes=10)
model.compile("adam", "sparse_categorical_crossentropy")

# %% a layer in the middle of the whole network
whole = keras.applications.MobileNetV2(weights=None)
maps = whole.get_layer("block_16_project").output
x = layers.GlobalAveragePooling2D()(maps)
model = Model(whole.input, layers.Dense(2)(x))
y = layers.Dense(2)(whole.layers[-2].output)
other = Model(whole.inputs, y)
third = layers.GlobalAveragePooling2D()(whole.layers[-3].output)

# %% features made of its classes
base = keras.applications.MobileNetV2(weights=None)
model = Sequential([base, layers.Dropout(0.2), layers.Dense(2)])

# %% a function of the author's by that name
def VGG16(input_shape):
    return Sequential([Input(input_shape), layers.Conv2D(4, 3)])


base = VGG16(input_shape=(150, 150, 3))
model = Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(2)])

# %% a choice that nobody can read
import sys

top = len(sys.argv) > 9
base = keras.applications.MobileNetV2(weights=None, include_top=top, input_shape=(96, 96, 3))
model = Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(2)])

# %% a network whose head takes images of any size
network = keras.applications.MobileNetV3Small(weights=None, input_shape=(150, 150, 3))
