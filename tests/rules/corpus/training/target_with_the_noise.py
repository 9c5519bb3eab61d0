# %% by a function, for several arrays at once
def disturb(x):
    return (x + rng.normal(0, 0.15, x.shape)).astype("float32")


clean_train, clean_val = beats(5000), beats(600)
noisy_train, noisy_val = map(disturb, (clean_train, clean_val))
model.fit(noisy_train, noisy_train, validation_data=(noisy_val, noisy_val), epochs=40)  # ← training/target-with-the-noise

# %% images, clipped
# A denoising autoencoder
(x_train, _), (x_test, _) = keras.datasets.mnist.load_data()
x_train_noisy = x_train + 0.5 * np.random.normal(loc=0.0, scale=1.0, size=x_train.shape)
x_train_noisy = np.clip(x_train_noisy, 0.0, 1.0)
autoencoder.fit(x=x_train_noisy, y=x_train_noisy, epochs=10)  # ← training/target-with-the-noise

# %% the wrong way round
# A denoising autoencoder
noise = np.random.normal(0, 0.1, x_train.shape)
corrupted = x_train + noise
autoencoder.fit(x_train, corrupted, epochs=10)  # ← training/target-with-the-noise

# %% from noise to clean rows
# A denoising autoencoder
x_train_noisy = np.clip(x_train + 0.5 * np.random.normal(size=x_train.shape), 0, 1)
autoencoder.fit(x_train_noisy, x_train, epochs=10)

# %% measured rows, of which no clean ones are known
noisy = np.load("measured.npy")
model.fit(noisy, noisy, epochs=10)  # an autoencoder that should not clean

# %% two draws of noise, and noise in the numbers that are to be foretold
# denoise without clean rows
noisy_a = signal + np.random.normal(0, 0.1, signal.shape)
noisy_b = signal + np.random.normal(0, 0.1, signal.shape)
model.fit(noisy_a, noisy_b, epochs=10)

# %% a regression
# clean rows, y with noise
y_noisy = 3 * x + np.random.normal(0, 0.1, x.shape)
model.fit(x, y_noisy, epochs=10)

# %% in the map of a data set
# A denoiser
def degrade(spectrum):
    noise = tf.random.normal(tf.shape(spectrum), stddev=0.1)
    return spectrum + noise


def make_pair(spectrum):
    spectrum = degrade(spectrum)
    return spectrum, spectrum  # ← training/target-with-the-noise


def data_set(rows, training=False):
    ds = tf.data.Dataset.from_tensor_slices(rows)
    if training:
        ds = ds.shuffle(999)
    ds = ds.map(make_pair, num_parallel_calls=tf.data.AUTOTUNE)
    return ds.batch(32).prefetch(1)


model.fit(data_set(train, training=True), validation_data=data_set(val), epochs=3)

# %% by a helper that gives both
# A denoiser
def make_arrays(clean):
    noisy = np.clip(clean + rng.normal(0, 0.1, clean.shape), 0, 1)
    return noisy, noisy  # ← training/target-with-the-noise


x_train, y_train = make_arrays(images)
model.fit(x_train, y_train, epochs=3)
model.fit(*make_arrays(images), epochs=3)

# %% two maps, and one the wrong way round
# A denoiser
def add_noise(image):
    return image + tf.random.normal(tf.shape(image), stddev=0.1)


ds = tf.data.Dataset.from_tensor_slices(images).map(add_noise)
model.fit(ds.map(lambda image: (image, image)).batch(32), epochs=3)  # ← training/target-with-the-noise
other = tf.data.Dataset.from_tensor_slices(images)
model.fit(other.map(lambda image: (image, add_noise(image))).batch(32), epochs=3)  # ← training/target-with-the-noise

# %% by a generator
# A denoiser
def batches(clean):
    while True:
        rows = clean[rng.choice(len(clean), 32)]
        noisy = rows + rng.normal(0, 0.1, rows.shape)
        yield noisy, noisy  # ← training/target-with-the-noise


model.fit(batches(train), steps_per_epoch=9, epochs=3)

# %% in the map of a data set, from noise to clean
# A denoiser
def add_noise(image):
    return image + tf.random.normal(tf.shape(image), stddev=0.1)


def make_pair(image):
    noisy = add_noise(image)
    return noisy, image


def turned(image):
    image = tf.image.random_flip_left_right(image)
    return image, image


ds = tf.data.Dataset.from_tensor_slices(images)
model.fit(ds.map(make_pair).batch(32), epochs=3)
model.fit(ds.map(lambda image: (add_noise(image), image)).batch(32), epochs=3)
model.fit(ds.map(turned).map(lambda a, b: (add_noise(a), b)).batch(32), epochs=3)

# %% two draws in a map, clean rows with a little noise of their own
# A denoiser, also from noise to noise
def add_noise(image):
    return image + tf.random.normal(tf.shape(image), stddev=0.1)


def dithered(image):
    image = image + tf.random.uniform(tf.shape(image)) / 255
    return add_noise(image), image


ds = tf.data.Dataset.from_tensor_slices(images)
model.fit(ds.map(lambda image: (add_noise(image), add_noise(image))).batch(32), epochs=3)
model.fit(ds.map(dithered).batch(32), epochs=3)

# %% the same rows for both, where the model has the noise
# A denoising autoencoder
inputs = Input((64,))
noisy = layers.GaussianNoise(0.1)(inputs)
model = Model(inputs, layers.Dense(64)(layers.Dense(8)(noisy)))
model.compile("adam", "mse")
model.fit(tf.data.Dataset.from_tensor_slices(rows).map(lambda row: (row, row)).batch(32))
model.fit(rows, rows)

# %% noise on one of two ways
# A denoiser
def make_pair(image):
    if noisy:
        image = image + tf.random.normal(tf.shape(image), stddev=0.1)
    return image, image


model.fit(tf.data.Dataset.from_tensor_slices(images).map(make_pair).batch(32), epochs=3)

# %% removing noise, in words
# Lesson 9: removing noise with a convolutional autoencoder
(x_train, _), (x_test, _) = keras.datasets.mnist.load_data()
x_train, x_val = x_train[:55000] / 255, x_train[55000:] / 255


def add_noise(images):
    noisy = images + 0.4 * rng.normal(size=images.shape)
    return np.clip(noisy, 0, 1).astype("float32")


x_train_noisy = add_noise(x_train)
x_val_noisy = add_noise(x_val)
model.fit(
    x_train_noisy,
    x_train_noisy,  # ← training/target-with-the-noise
    validation_data=(x_val_noisy, x_val_noisy),
)

# %% in the validation only
# A denoising autoencoder
noisy = x + np.random.normal(0, 0.1, x.shape)
noisy_val = x_val + np.random.normal(0, 0.1, x_val.shape)
model.fit(noisy, x, validation_data=(noisy_val, noisy_val))  # ← training/target-with-the-noise
val = (noisy_val, noisy_val)  # ← training/target-with-the-noise
model.fit(noisy, x, validation_data=val)

# %% a function that trains, noise that is added in place, masks, and a function of a library
# Noise reduction
from skimage.util import random_noise


def train(model, rows, targets, epochs=3):
    model.compile("adam", "mse")
    return model.fit(rows, targets, epochs=epochs)


noisy = clean.copy()
noisy += 0.1 * rng.standard_normal(clean.shape)
train(model, noisy, noisy)  # ← training/target-with-the-noise
train(model, targets=noisy, rows=noisy)  # ← training/target-with-the-noise
x_noisy = random_noise(clean, mode="s&p")
model.fit(x_noisy, x_noisy)  # ← training/target-with-the-noise

# %% by a helper that gives both, of which one is used
# A denoiser
def make_arrays(rows):
    noisy = np.clip(rows + rng.normal(0, 0.1, rows.shape), 0, 1)
    return noisy, rows


x_noisy, x_clean = make_arrays(images)
model.fit(x_noisy, x_noisy, epochs=3)  # ← training/target-with-the-noise

# %% a function that trains, from noise to clean rows, validated so too
# Removing the noise of sensors
def train(model, rows, targets, check):
    return model.fit(rows, targets, validation_data=check)


def make_arrays(rows):
    return rows + rng.normal(0, 0.1, rows.shape), rows


noisy = clean.copy()
noisy += 0.1 * rng.standard_normal(clean.shape)
noisy_val, clean_val = make_arrays(other)
train(model, noisy, clean, (noisy_val, clean_val))
model.fit(noisy, clean, validation_data=(noisy_val, clean_val))

# %% noise as augmentation, and a copy without any
# An autoencoder of noisy sensors; weights are restored from the best epoch (restore_best_weights)
noisy = x + np.random.normal(0, 0.1, x.shape)
restored_model = keras.models.load_model("best.keras")
restored_model.fit(noisy, noisy)
model.fit(noisy, noisy)

# %% rows with the noise that they came with
# Noise reduction by a bottleneck alone
noisy = recordings.copy()
noisy += noisy.mean()
model.fit(noisy, noisy)
