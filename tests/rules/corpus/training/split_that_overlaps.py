# %% two seeds, in other spellings
from tensorflow.keras.utils import image_dataset_from_directory as read

train = keras.preprocessing.image_dataset_from_directory("a", validation_split=0.1, subset="training", seed=123)
valid = tf.keras.preprocessing.image_dataset_from_directory(  # ← training/split-that-overlaps
    "a", validation_split=0.1, subset="validation", seed=124
)

# %% two shares
folder = "texts"
train = keras.utils.text_dataset_from_directory(folder, validation_split=0.1, subset="training", seed=1)
valid = keras.utils.text_dataset_from_directory(folder, validation_split=0.2, subset="validation", seed=1)  # ← training/split-that-overlaps

# %% take and skip in two lines, batched first
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100).batch(8)
train = data.skip(10)  # ← training/split-that-overlaps
valid = data.take(10)


# %% in a function, as arguments
def train(model, data):
    data = data.shuffle(5000, seed=3)
    model.fit(data.take(100), validation_data=data.skip(100))  # ← training/split-that-overlaps


# %% one seed for both
train = keras.utils.image_dataset_from_directory("a", validation_split=0.1, subset="training", seed=123)
valid = keras.utils.image_dataset_from_directory("a", validation_split=0.1, subset="validation", seed=123)

# %% two folders
train = keras.utils.image_dataset_from_directory("a", validation_split=0.1, subset="training", seed=1)
valid = keras.utils.image_dataset_from_directory("b", validation_split=0.1, subset="validation", seed=2)

# %% nothing is shuffled, so nothing is drawn
train = keras.utils.image_dataset_from_directory("a", validation_split=0.1, subset="training", seed=1, shuffle=False)
valid = keras.utils.image_dataset_from_directory("a", validation_split=0.1, subset="validation", seed=2, shuffle=False)

# %% once and for all
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100, reshuffle_each_iteration=False)
train, valid = data.skip(10), data.take(10)

# %% kept as it came
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100).cache()
train, valid = data.skip(10), data.take(10)

# %% shuffled after the split
data = tf.data.Dataset.from_tensor_slices((x, y))
train, valid = data.skip(10).shuffle(100), data.take(10)

# %% only a look
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100)
for row in data.take(1):
    print(row)
