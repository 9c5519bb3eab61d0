# %% two seeds
read = keras.utils.image_dataset_from_directory
train = read("photos", validation_split=0.2, subset="training", seed=1)
valid = read("photos", validation_split=0.2, subset="validation", seed=2)  # ← training/two-splits
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)

# %% by way of a map, in the old place
FOLDER = "photos"
train = tf.keras.preprocessing.image_dataset_from_directory(FOLDER, validation_split=0.2, subset="training", seed=123)
valid = tf.keras.preprocessing.image_dataset_from_directory(FOLDER, validation_split=0.2, subset="validation", seed=42)  # ← training/two-splits
train = train.map(lambda image, label: (image / 255, label)).prefetch(1)
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid.cache(), epochs=3)

# %% only one is shuffled
train = keras.utils.image_dataset_from_directory("photos", validation_split=0.2, subset="training", seed=1)
valid = keras.utils.image_dataset_from_directory("photos", validation_split=0.2, subset="validation", shuffle=False)  # ← training/two-splits
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)

# %% a larger share
def read(subset, share):
    return keras.utils.image_dataset_from_directory("photos", validation_split=share, subset=subset, seed=1)


model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(read("training", 0.1), validation_data=read("validation", 0.3))  # ← training/two-splits

# %% one seed
train = keras.utils.image_dataset_from_directory("photos", validation_split=0.2, subset="training", seed=1)
valid = keras.utils.image_dataset_from_directory("photos", validation_split=0.2, subset="validation", seed=1)
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)

# %% two folders
train = keras.utils.image_dataset_from_directory("a", validation_split=0.2, subset="training", seed=1)
valid = keras.utils.image_dataset_from_directory("b", validation_split=0.2, subset="validation", seed=2)
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)

# %% the generator cuts the sorted list, whatever the seed
every = keras.preprocessing.image.ImageDataGenerator(validation_split=0.2)
train = every.flow_from_directory("photos", subset="training", seed=1)
valid = every.flow_from_directory("photos", subset="validation", seed=2)
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)

# %% nothing is shuffled
train = keras.utils.image_dataset_from_directory("a", validation_split=0.2, subset="training", shuffle=False, seed=1)
valid = keras.utils.image_dataset_from_directory("a", validation_split=0.2, subset="validation", shuffle=False)
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)

# %% a seed that is not known
train = keras.utils.image_dataset_from_directory("a", validation_split=0.2, subset="training", seed=draw())
valid = keras.utils.image_dataset_from_directory("a", validation_split=0.2, subset="validation", seed=1)
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)

# %% a seed by chance for each call
import random


def read(subset):
    return keras.utils.image_dataset_from_directory(
        "photos", validation_split=0.2, subset=subset, seed=random.randint(0, 999)
    )


train = read("training")
valid = read("validation")  # ← training/two-splits
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)

# %% one seed by chance for both
seed = np.random.randint(999)
train = keras.utils.image_dataset_from_directory("photos", validation_split=0.2, subset="training", seed=seed)
valid = keras.utils.image_dataset_from_directory("photos", validation_split=0.2, subset="validation", seed=seed)
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)

# %% sounds, in a loop over the seeds
given = dict(directory="words", batch_size=8, validation_split=0.2, output_sequence_length=160)
parts = {}
for subset, seed in [("training", 10), ("validation", 20)]:
    parts[subset] = keras.utils.audio_dataset_from_directory(subset=subset, seed=seed, **given)  # ← training/two-splits
net = Sequential([Input((160, 1)), layers.Flatten(), layers.Dense(8, activation="softmax")])
net.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
net.fit(parts["training"], validation_data=parts["validation"], epochs=3)

# %% one of both shuffles, of a folder whose name is put together
FOLDER = os.path.join(home, "photos")
train = keras.utils.image_dataset_from_directory(FOLDER, validation_split=0.2, subset="training", seed=1)
valid = keras.utils.image_dataset_from_directory(FOLDER, validation_split=0.2, subset="validation", seed=1, shuffle=False)  # ← training/two-splits
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=valid)
