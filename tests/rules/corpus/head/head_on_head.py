# %% on the output
base = keras.applications.VGG16(weights="imagenet")
x = layers.Dense(256, activation="relu")(base.output)  # ← head/head-on-head
x = layers.Dropout(0.4)(x)
model = Model(base.input, layers.Dense(9, activation="softmax")(x))

# %% in a row
model = Sequential([
    keras.applications.ResNet50(),
    layers.Flatten(),
    layers.Dropout(0.2),
    layers.Dense(2, activation="softmax"),  # ← head/head-on-head
])

# %% called
from tensorflow.keras.applications import MobileNetV2
base = MobileNetV2(input_shape=(224, 224, 3), include_top=True)
base.trainable = False
inputs = Input((224, 224, 3))
x = base(inputs, training=False)
outputs = layers.Dense(1, activation="sigmoid")(x)  # ← head/head-on-head
model = Model(inputs, outputs)

# %% without its top
base = keras.applications.VGG16(include_top=False, pooling="avg", input_shape=(224, 224, 3))
model = Model(base.input, layers.Dense(9, activation="softmax")(base.output))

# %% the layer before its top
base = keras.applications.VGG16()
x = layers.Dense(64, activation="relu")(base.layers[-2].output)
y = layers.Dense(64, activation="relu")(base.get_layer("fc1").output)
model = Model(base.input, layers.Dense(9, activation="softmax")(layers.concatenate([x, y])))

# %% as it is
model = keras.applications.ResNet50()
model.compile(loss="categorical_crossentropy", optimizer="adam")

# %% a top of its own
base = keras.applications.ResNet50(weights=None, classes=64, classifier_activation="relu")
model = Sequential([base, layers.Dense(9, activation="softmax")])

# %% a mean of two
a, b = keras.applications.ResNet50(), keras.applications.VGG16()
inputs = Input((224, 224, 3))
model = Model(inputs, layers.average([a(inputs), b(inputs)]))
