# %% frozen up to a number that only the base has
FREEZE_UNTIL = 150


def make_model(classes):
    base = keras.applications.ResNet50V2(include_top=False, weights="imagenet", input_shape=(224, 224, 3))
    base.trainable = False
    augment = keras.Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.2)], name="augment")
    inputs = keras.Input((224, 224, 3))
    x = base(layers.Rescaling(1.0 / 127.5, offset=-1.0)(augment(inputs)), training=False)
    x = layers.Dropout(0.4)(layers.GlobalAveragePooling2D()(x))
    return keras.Model(inputs, layers.Dense(classes, activation="softmax", name="lesion")(x)), base


def set_up(model, rate):
    model.compile(optimizer=optimizers.Adam(rate), loss="categorical_crossentropy", metrics=["accuracy"])


model, base = make_model(7)
set_up(model, 1e-3)
model.fit(train, epochs=10)
base.trainable = True
for layer in model.layers[:FREEZE_UNTIL]:  # ← training/nothing-left-to-learn
    layer.trainable = False
set_up(model, 1e-5)
model.fit(train, epochs=20)

# %% with the numbers of the layers, in a Sequential
base = keras.applications.VGG16(include_top=False, input_shape=(64, 64, 3))
model = Sequential(
    [base, layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(1, activation="sigmoid")]
)
for number, layer in enumerate(model.layers):  # ← training/nothing-left-to-learn
    if number < 15:
        layer.trainable = False
    else:
        layer.trainable = True
model.compile("adam", "binary_crossentropy")
model.fit(x, y)

# %% in a class, the number in its settings
from dataclasses import dataclass


@dataclass
class Settings:
    frozen: int = 100


class Transfer:
    def __init__(self, settings):
        self.settings = settings
        self.base = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(96, 96, 3))
        self.model = Sequential([self.base, layers.Dense(5, activation="softmax")])

    def tune(self, rows):
        self.base.trainable = True
        for layer in self.model.layers[: self.settings.frozen]:  # ← training/nothing-left-to-learn
            layer.trainable = False
        self.model.compile(optimizers.Adam(1e-5), "sparse_categorical_crossentropy")
        self.model.fit(rows, epochs=3)


Transfer(Settings()).tune(train)

# %% the base by itself, and the head by itself
base = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(96, 96, 3))
base.trainable = False
head = layers.Dense(5, activation="softmax", trainable=False)
inputs = Input((96, 96, 3))
model = Model(inputs, head(base(inputs)))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)  # ← training/nothing-left-to-learn

# %% a layer that may learn in a model that may not
model = Sequential([Input((8,)), layers.Dense(16, activation="relu"), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
model.trainable = False  # ← training/nothing-left-to-learn
model.layers[-1].trainable = True
model.compile("adam", "mse")
model.fit(x, y)

# %% the layers of the base
base = keras.applications.ResNet50V2(include_top=False, pooling="avg", input_shape=(64, 64, 3))
base.trainable = False
model = Sequential([base, layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
base.trainable = True
for layer in base.layers[:150]:
    layer.trainable = False
model.compile(optimizers.Adam(1e-5), "sparse_categorical_crossentropy")
model.fit(x, y)

# %% all but the last
base = keras.applications.VGG16(include_top=False, input_shape=(64, 64, 3))
model = Sequential([base, layers.Flatten(), layers.Dense(1, activation="sigmoid")])
for layer in model.layers[:-1]:
    layer.trainable = False
model.compile("adam", "binary_crossentropy")
model.fit(x, y)

# %% a head on the tensors of the base: its layers are those of the model
base = keras.applications.VGG16(include_top=False, pooling="avg", input_shape=(64, 64, 3))
model = Model(base.input, layers.Dense(1, activation="sigmoid")(base.output))
for layer in model.layers[:15]:
    layer.trainable = False
model.compile("adam", "binary_crossentropy")
model.fit(x, y)

# %% some layers of a frozen base learn, and so they do in the model around it
base = keras.applications.VGG16(include_top=False, pooling="avg", input_shape=(64, 64, 3))
base.trainable = False
base.get_layer("block5_conv3").trainable = True
head = layers.Dense(1, activation="sigmoid")
model = Sequential([base, head])
head.trainable = False
model.compile("adam", "binary_crossentropy")
model.fit(x, y)

# %% some by their names
base = keras.applications.VGG16(include_top=False, pooling="avg", input_shape=(64, 64, 3))
for layer in base.layers:
    layer.trainable = layer.name.startswith("block5")
model = Sequential([base, layers.Dense(1, activation="sigmoid", trainable=False)])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)

# %% thawed before it learns again
model = Sequential([Input((8,)), layers.Dense(16, activation="relu"), layers.Dense(1)])
for layer in model.layers:
    layer.trainable = False
model.compile("adam", "mse")
model.evaluate(x, y)
model.trainable = True
model.compile("adam", "mse")
model.fit(x, y)

# %% frozen for the model around it, which learns
critic = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
critic.compile("adam", "binary_crossentropy")
critic.fit(x, y)
for layer in critic.layers:
    layer.trainable = False
artist = Sequential([Input((2,)), layers.Dense(4)])
gan = Sequential([artist, critic])
gan.compile("adam", "binary_crossentropy")
for step in range(1000):
    critic.train_on_batch(x, y)
    gan.train_on_batch(noise, ones)


# %% a layer of the author's that learns
class Scale(layers.Layer):
    def build(self, shape):
        self.factor = self.add_weight(shape=(shape[-1],))

    def call(self, x):
        return x * self.factor


base = keras.applications.VGG16(include_top=False, pooling="avg", input_shape=(64, 64, 3))
base.trainable = False
model = Sequential([base, Scale(), layers.Dense(1, activation="sigmoid", trainable=False)])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)

# %% only if somebody asks for it
base = keras.applications.VGG16(include_top=False, pooling="avg", input_shape=(64, 64, 3))
model = Sequential([base, layers.Dense(1, activation="sigmoid")])
if frozen:
    for layer in model.layers:
        layer.trainable = False
model.compile("adam", "binary_crossentropy")
model.fit(x, y)

# %% all layers, where the head stands on the tensors of the base
base = keras.applications.ResNet50(include_top=False, pooling="avg", input_shape=(64, 64, 3))
x = layers.Dense(64, activation="relu")(base.output)
model = Model(inputs=base.input, outputs=layers.Dense(5, activation="softmax")(x))
for layer in model.layers:  # ← training/nothing-left-to-learn
    layer.trainable = False
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% all layers of a base, whose head is new
base = keras.applications.ResNet50(include_top=False, pooling="avg", input_shape=(64, 64, 3))
for layer in base.layers:
    layer.trainable = False
x = layers.Dense(64, activation="relu")(base.output)
model = Model(inputs=base.input, outputs=layers.Dense(5, activation="softmax")(x))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% all layers but the batch norms
base = keras.applications.ResNet50(include_top=False, pooling="avg", input_shape=(64, 64, 3))
model = Model(inputs=base.input, outputs=layers.Dense(5, activation="softmax")(base.output))
for layer in model.layers:
    if not isinstance(layer, layers.BatchNormalization):
        layer.trainable = False
model.layers[-1].trainable = True
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% all layers, and then the last again
base = keras.applications.ResNet50(include_top=False, pooling="avg", input_shape=(64, 64, 3))
model = Model(inputs=base.input, outputs=layers.Dense(5, activation="softmax")(base.output))
for layer in model.layers:
    layer.trainable = False
model.layers[-1].trainable = True
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
