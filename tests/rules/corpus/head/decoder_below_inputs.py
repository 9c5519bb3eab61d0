# %% numbers with mean 0
x = np.random.randn(100, 8)
model = Sequential([Input((8,)), layers.Dense(3, activation="relu"), layers.Dense(8, activation="sigmoid")])  # ← head/decoder-below-inputs
model.compile("adam", "mse")
model.fit(x, x)

# %% standardised columns, a relu
from sklearn.preprocessing import StandardScaler
x = StandardScaler().fit_transform(pd.read_csv("a.csv").values)
inputs = Input((8,))
code = layers.Dense(3, activation="relu")(inputs)
model = Model(inputs, layers.Dense(8, activation="relu")(code))  # ← head/decoder-below-inputs
model.compile("adam", "mse")
model.fit(x, x)

# %% pixels that were not divided
(x, _), _ = keras.datasets.mnist.load_data()
x = x.reshape(-1, 784).astype("float32")
model = Sequential([Input((784,)), layers.Dense(32, activation="relu"), layers.Dense(784, activation="sigmoid")])  # ← head/decoder-below-inputs
model.compile("adam", "binary_crossentropy")
model.fit(x, x)

# %% pixels from 0 to 1
(x, _), _ = keras.datasets.mnist.load_data()
x = x.reshape(-1, 784).astype("float32") / 255
model = Sequential([Input((784,)), layers.Dense(32, activation="relu"), layers.Dense(784, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, x)

# %% linear
x = np.random.randn(100, 8)
model = Sequential([Input((8,)), layers.Dense(3, activation="relu"), layers.Dense(8)])
model.compile("adam", "mse")
model.fit(x, x)

# %% scaled into the range
from sklearn.preprocessing import MinMaxScaler
x = MinMaxScaler().fit_transform(np.random.randn(100, 8))
model = Sequential([Input((8,)), layers.Dense(3, activation="relu"), layers.Dense(8, activation="sigmoid")])
model.compile("adam", "mse")
model.fit(x, x)

# %% other targets
x, y = np.random.randn(100, 8), np.random.rand(100, 8)
model = Sequential([Input((8,)), layers.Dense(3, activation="relu"), layers.Dense(8, activation="sigmoid")])
model.compile("adam", "mse")
model.fit(x, y)

# %% pixels from -1 to 1 in parts that a function scales, and a decoder of its own
def to_input(images):
    return images.astype("float32")[..., np.newaxis] / 127.5 - 1.0


faces = np.load("faces.npz")["images"]
test, train = (to_input(part) for part in (faces[:100], faces[100:]))
encoder = Sequential([Input((16, 16, 1)), layers.Flatten(), layers.Dense(8)])
decoder = Sequential([
    Input((8,)),
    layers.Dense(4 * 4 * 8, activation="relu"),
    layers.Reshape((4, 4, 8)),
    layers.Conv2DTranspose(1, 3, strides=4, padding="same", activation="sigmoid"),  # ← head/decoder-below-inputs
])
inputs = Input((16, 16, 1))
model = Model(inputs, decoder(encoder(inputs)))
model.compile("adam", "mse")
model.fit(train, train, validation_data=(test, test))

# %% a generator and its judge, of images from -1 to 1
HALF = 127.5


def load_images():
    images = np.load("images.npy").astype("float32")
    return (images - HALF) / HALF


def make_generator(final="sigmoid"):
    z = Input((100,))
    x = layers.Dense(7 * 7 * 8)(z)
    x = layers.Reshape((7, 7, 8))(x)
    x = layers.Conv2DTranspose(8, 3, strides=2, padding="same")(x)
    return Model(z, layers.Conv2DTranspose(1, 3, strides=2, padding="same", activation=final)(x))  # ← head/decoder-below-inputs


def show(images):
    plt.imshow((images[0, :, :, 0] + 1) / 2)


generator = make_generator()
discriminator = Sequential([Input((28, 28, 1)), layers.Conv2D(8, 3), layers.Flatten(), layers.Dense(1)])
dataset = tf.data.Dataset.from_tensor_slices(load_images()).batch(32)

# %% a VAE with a step of its own, whose pixels are scaled in two steps
x = np.load("digits.npy")
x = x / 255.0
x = x * 2 - 1


class VAE(Model):
    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder, self.decoder = encoder, decoder

    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(data - self.decoder(self.encoder(data))))
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_weights), self.trainable_weights))
        return {"loss": loss}


decoder = Sequential([Input((2,)), layers.Dense(49 * 4, activation="relu"), layers.Reshape((7, 7, 4))])
decoder.add(layers.Conv2DTranspose(1, 3, strides=4, padding="same", activation="sigmoid"))  # ← head/decoder-below-inputs
encoder = Sequential([Input((28, 28, 1)), layers.Flatten(), layers.Dense(2)])
vae = VAE(encoder, decoder)
vae.compile("adam")
vae.fit(x, epochs=3)

# %% pairs of a data set, and of a smaller and a larger image
def load(path):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    image = tf.image.resize(image, (64, 64)) / 127.5 - 1.0
    return image, image


def pair(large):
    large = tf.cast(large, tf.float32) / 255.0
    large = (large - 0.5) / 0.5
    return tf.image.resize(large, (32, 32)), large


model = Sequential([Input((64, 64, 3)), layers.Conv2D(8, 3, padding="same", activation="relu")])
model.add(layers.Conv2D(3, 3, padding="same", activation="sigmoid"))  # ← head/decoder-below-inputs
model.compile("adam", "mae")
model.fit(tf.data.Dataset.list_files("faces/*.jpg").map(load).batch(8), epochs=3)
larger = Sequential([Input((32, 32, 3)), layers.UpSampling2D()])
larger.add(layers.Conv2D(3, 3, padding="same", activation="relu"))  # ← head/decoder-below-inputs
larger.compile("adam", "mse")
images = keras.utils.image_dataset_from_directory("faces", label_mode=None, image_size=(64, 64))
larger.fit(images.map(pair), epochs=3)

# %% clean images of noisy ones
clean = np.load("clean.npy").astype("float32") / 127.5 - 1
noisy = clean + 0.1 * np.random.randn(*clean.shape)
model = Sequential([Input((64, 64, 3)), layers.Conv2D(8, 3, padding="same", activation="relu")])
model.add(layers.Conv2D(3, 3, padding="same", activation="sigmoid"))  # ← head/decoder-below-inputs
model.compile("adam", "mse")
model.fit(noisy, clean, epochs=3)

# %% masks of images from -1 to 1, and classes
images = np.load("images.npy") / 127.5 - 1
masks = np.load("masks.npy")[..., None].astype("float32")


def load(path, mask):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3) / 127.5 - 1.0
    return image, tf.cast(tf.io.decode_png(tf.io.read_file(mask)), tf.float32) / 255.0


model = Sequential([Input((64, 64, 3)), layers.Conv2D(8, 3, padding="same", activation="relu")])
model.add(layers.Conv2D(1, 3, padding="same", activation="sigmoid"))
model.compile("adam", "binary_crossentropy")
model.fit(images, masks, epochs=3)
model.fit(tf.data.Dataset.from_tensor_slices((paths, mask_paths)).map(load).batch(8), epochs=3)

# %% a generator that reaches as far as the images
images = (np.load("images.npy").astype("float32") - 127.5) / 127.5
generator = Sequential([Input((100,)), layers.Dense(784), layers.Reshape((28, 28, 1))])
generator.add(layers.Conv2D(1, 3, padding="same", activation="tanh"))
discriminator = Sequential([Input((28, 28, 1)), layers.Flatten(), layers.Dense(1)])

# %% a generator of numbers from 0 to 1, and images that are as well
images = np.load("images.npy").astype("float32") / 255.0
generator = Sequential([Input((100,)), layers.Dense(784), layers.Reshape((28, 28, 1))])
generator.add(layers.Conv2D(1, 3, padding="same", activation="sigmoid"))
discriminator = Sequential([Input((28, 28, 1)), layers.Rescaling(2.0, offset=-1), layers.Flatten(), layers.Dense(1)])

# %% a generator whose numbers are brought to -1 to 1 before they are judged
images = np.load("images.npy").astype("float32") / 127.5 - 1
generator = Sequential([Input((100,)), layers.Dense(784), layers.Reshape((28, 28, 1))])
generator.add(layers.Conv2D(1, 3, padding="same", activation="sigmoid"))
discriminator = Sequential([Input((28, 28, 1)), layers.Flatten(), layers.Dense(1)])
for start in range(0, 1000, 32):
    fake = generator(tf.random.normal((32, 100))) * 2 - 1
    discriminator.train_on_batch(np.concatenate([images[start : start + 32], fake]), np.repeat([1, 0], 32))

# %% images from -1 to 1 for the encoder, brought back for the loss
def loss_of(images, made):
    return tf.reduce_mean(tf.square((images + 1) / 2 - made))


images = np.load("images.npy").astype("float32") / 127.5 - 1
encoder = Sequential([Input((28, 28, 1)), layers.Flatten(), layers.Dense(2)])
decoder = Sequential([Input((2,)), layers.Dense(784), layers.Reshape((28, 28, 1))])
decoder.add(layers.Conv2D(1, 3, padding="same", activation="sigmoid"))

# %% both ways of scaling, each for a model of its own
images = np.load("images.npy").astype("float32")
judged, drawn = images / 127.5 - 1, images / 255
encoder = Sequential([Input((28, 28, 1)), layers.Flatten(), layers.Dense(2)])
decoder = Sequential([Input((2,)), layers.Dense(784), layers.Reshape((28, 28, 1))])
decoder.add(layers.Conv2D(1, 3, padding="same", activation="sigmoid"))
inputs = Input((28, 28, 1))
model = Model(inputs, decoder(encoder(inputs)))
model.compile("adam", "mse")
model.fit(judged, drawn)

# %% other numbers, of which one is taken away, and pixels that a scaler changed
from sklearn.preprocessing import MinMaxScaler

rows = np.load("rows.npy") / 12.5 - 1
model = Sequential([Input((8,)), layers.Dense(3, activation="relu"), layers.Dense(8, activation="sigmoid")])
model.compile("adam", "mse")
model.fit(rows, rows)
pixels = MinMaxScaler().fit_transform(np.load("pixels.npy") / 127.5 - 1)
model.fit(pixels, pixels)

# %% one of two ways of scaling, as somebody asks
def load_images(signed):
    images = np.load("images.npy").astype("float32")
    images = images / 255
    if signed:
        images = images * 2 - 1
    return images


decoder = Sequential([Input((2,)), layers.Dense(784), layers.Reshape((28, 28, 1))])
decoder.add(layers.Conv2D(1, 3, padding="same", activation="sigmoid"))
images = load_images(False)
