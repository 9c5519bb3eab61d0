# %% one generator for both
reader = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255, zoom_range=0.2)
train = reader.flow_from_directory("a", target_size=(32, 32), class_mode="binary")
valid = reader.flow_from_directory("b", target_size=(32, 32), class_mode="binary")
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)  # ← training/augmented-validation

# %% two parts of one folder
reader = tf.keras.preprocessing.image.ImageDataGenerator(validation_split=0.2, horizontal_flip=True)
train = reader.flow_from_directory("a", target_size=(32, 32), class_mode="binary", subset="training")
valid = reader.flow_from_directory("a", target_size=(32, 32), class_mode="binary", subset="validation")
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)  # ← training/augmented-validation

# %% two generators
reader = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255, zoom_range=0.2)
train = reader.flow_from_directory("a", target_size=(32, 32), class_mode="binary")
valid = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255).flow_from_directory("b", class_mode="binary", target_size=(32, 32))
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)

# %% nothing is changed
reader = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255, zoom_range=0, horizontal_flip=False)
train = reader.flow_from_directory("a", target_size=(32, 32), class_mode="binary")
valid = reader.flow_from_directory("b", target_size=(32, 32), class_mode="binary")
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)

# %% no validation
reader = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255, zoom_range=0.2)
train = reader.flow_from_directory("a", target_size=(32, 32), class_mode="binary")
model = Sequential([Input((32, 32, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train)

# %% mapped over both
augment = Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.2)])


def prepare(x, y):
    return augment(x, training=True) / 255, y


train = keras.utils.image_dataset_from_directory("a").map(prepare)
valid = keras.utils.image_dataset_from_directory("b").map(prepare)  # ← training/augmented-validation
model = build()
model.fit(train, validation_data=valid)

# %% mapped over the training images
augment = Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.2)])
train = keras.utils.image_dataset_from_directory("a").map(lambda x, y: (augment(x, training=True), y))
valid = keras.utils.image_dataset_from_directory("b").map(lambda x, y: (x / 255, y))
model = build()
model.fit(train, validation_data=valid)

# %% a function that prepares both
turn = Sequential([layers.RandomFlip(), layers.RandomRotation(0.1)])


def prepare(rows, turned=False):
    rows = rows.map(lambda x, y: (x / 255, y))
    if turned:
        rows = rows.map(lambda x, y: (turn(x, training=True), y))  # ← training/augmented-validation
    return rows.prefetch(2)


train = prepare(keras.utils.image_dataset_from_directory("train"), True)
valid = prepare(keras.utils.image_dataset_from_directory("valid"), True)
model.fit(train, validation_data=valid, epochs=5)

# %% of which one is asked not to turn
turn = Sequential([layers.RandomFlip(), layers.RandomRotation(0.1)])


def prepare(rows, turned=False):
    rows = rows.map(lambda x, y: (x / 255, y))
    if turned:
        rows = rows.map(lambda x, y: (turn(x, training=True), y))
    return rows.prefetch(2)


train = prepare(keras.utils.image_dataset_from_directory("train"), turned=True)
valid = prepare(keras.utils.image_dataset_from_directory("valid"))
model.fit(train, validation_data=valid, epochs=5)
