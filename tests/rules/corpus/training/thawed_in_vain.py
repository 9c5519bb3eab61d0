# %% all but the head
base = keras.applications.ResNet50V2(include_top=False, pooling="avg", input_shape=(64, 64, 3))
base.trainable = False
model = Sequential([base, layers.Dropout(0.3), layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
base.trainable = True
for layer in model.layers[:-1]:  # ← training/thawed-in-vain
    layer.trainable = False
model.compile(optimizers.Adam(1e-5), "sparse_categorical_crossentropy")
model.fit(x, y)

# %% in functions
def build(classes):
    base = keras.applications.MobileNetV2(include_top=False, pooling="avg", input_shape=(96, 96, 3))
    base.trainable = False
    inputs = Input((96, 96, 3))
    x = layers.Rescaling(1 / 127.5, offset=-1)(inputs)
    x = layers.Dense(64, activation="relu")(base(x, training=False))
    return Model(inputs, layers.Dense(classes, activation="softmax")(x)), base


def tune(model, base, frozen):
    base.trainable = True
    for number, layer in enumerate(model.layers):  # ← training/thawed-in-vain
        if number < frozen:
            layer.trainable = False


model, base = build(5)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
tune(model, base, 3)
model.compile(optimizers.Adam(1e-5), "sparse_categorical_crossentropy")
model.fit(x, y)

# %% the layers of the base
base = keras.applications.ResNet50V2(include_top=False, pooling="avg", input_shape=(64, 64, 3))
base.trainable = False
model = Sequential([base, layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
base.trainable = True
for layer in base.layers[:-20]:
    layer.trainable = False
model.compile(optimizers.Adam(1e-5), "sparse_categorical_crossentropy")
model.fit(x, y)

# %% all layers are set, and then the base
base = keras.applications.ResNet50V2(include_top=False, pooling="avg", input_shape=(64, 64, 3))
model = Sequential([base, layers.Dense(5, activation="softmax")])
for stage in range(2):
    for layer in model.layers:
        layer.trainable = True
    base.trainable = False
    model.compile("adam", "sparse_categorical_crossentropy")
    model.fit(x, y)

# %% a training between
base = keras.applications.ResNet50V2(include_top=False, pooling="avg", input_shape=(64, 64, 3))
base.trainable = False
model = Sequential([base, layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
base.trainable = True
model.compile(optimizers.Adam(1e-5), "sparse_categorical_crossentropy")
model.fit(x, y)
for layer in model.layers[:-1]:
    layer.trainable = False
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% before the first training
base = keras.applications.ResNet50V2(include_top=False, pooling="avg", input_shape=(64, 64, 3))
model = Sequential([base, layers.Dense(5, activation="softmax")])
base.trainable = True
for layer in model.layers[:-1]:
    layer.trainable = False
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)

# %% the layers before the base
base = keras.applications.ResNet50V2(include_top=False, pooling="avg", input_shape=(64, 64, 3))
base.trainable = False
model = Sequential([Input((64, 64, 3)), layers.Conv2D(3, 1), base, layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
base.trainable = True
for layer in model.layers[:1]:
    layer.trainable = False
model.compile(optimizers.Adam(1e-5), "sparse_categorical_crossentropy")
model.fit(x, y)

# %% frozen with the others, and thawed once more
base = keras.applications.ResNet50V2(include_top=False, pooling="avg", input_shape=(64, 64, 3))
base.trainable = False
model = Sequential([base, layers.Dropout(0.3), layers.Dense(5, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
base.trainable = True
for layer in model.layers[:-1]:
    layer.trainable = False
base.trainable = True
model.compile(optimizers.Adam(1e-5), "sparse_categorical_crossentropy")
model.fit(x, y)
