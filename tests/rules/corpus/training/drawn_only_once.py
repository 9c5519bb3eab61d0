# %% a coin of Python, and noise of NumPy
import random

def augment(image, label):
    if random.random() > 0.5:  # ← training/drawn-only-once
        image = tf.image.flip_left_right(image)
    return image + np.random.normal(), label  # ← training/drawn-only-once

train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000).map(augment).batch(32)

# %% in a function of a function, and in a lambda
import random

def turn(image):
    return tf.image.rot90(image, random.randint(0, 3))  # ← training/drawn-only-once

def prepare(image, label):
    return turn(image) / 255, label

train = files.map(prepare, num_parallel_calls=tf.data.AUTOTUNE)
noisy = tf.data.Dataset.from_tensor_slices(x).map(lambda a: a + np.random.rand())  # ← training/drawn-only-once

# %% a function that TensorFlow reads
@tf.function
def step(x):
    noise = np.random.normal(size=(32, 100))  # ← training/drawn-only-once
    return generator(noise)

# %% draws of TensorFlow
def augment(image, label):
    if tf.random.uniform(()) > 0.5:
        image = tf.image.flip_left_right(image)
    return tf.image.random_brightness(image, 0.1), label

train = tf.data.Dataset.from_tensor_slices((x, y)).map(augment)

# %% as Python for each row
import random

def augment(image):
    return image if random.random() > 0.5 else image[:, ::-1]

train = tf.data.Dataset.from_tensor_slices(x).map(lambda image: tf.numpy_function(augment, [image], tf.float32))

# %% a column of a table, and a list
import random

table["a"] = table["a"].map(lambda value: value + random.random())
values = list(map(lambda value: value + random.random(), values))

# %% a step that Python runs
def step(x):
    noise = np.random.normal(size=(32, 100))
    return generator(noise)

# %% numbers that are drawn before
shift = np.random.normal()
train = tf.data.Dataset.from_tensor_slices(x).map(lambda row: row + shift)
