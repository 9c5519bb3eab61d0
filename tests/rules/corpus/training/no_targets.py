# %% an array
x = np.random.rand(64, 4)
model = Sequential([Input((4,)), layers.Dense(4)])
model.compile("adam", "mse")
model.fit(x, epochs=3)  # ← training/no-targets

# %% a data set of rows alone
rows = tf.data.Dataset.from_tensor_slices(np.random.rand(64, 4)).batch(8)
model = Sequential([Input((4,)), layers.Dense(4)])
model.compile("adam", "mse")
model.fit(rows, epochs=3)  # ← training/no-targets

# %% a data set of pairs
rows = tf.data.Dataset.from_tensor_slices((np.random.rand(64, 4), np.zeros((64, 4)))).batch(8)
model = Sequential([Input((4,)), layers.Dense(4)])
model.compile("adam", "mse")
model.fit(rows, epochs=3)

# %% pairs that a map makes
rows = tf.data.Dataset.from_tensor_slices(np.random.rand(64, 4)).map(lambda row: (row, row)).batch(8)
model = Sequential([Input((4,)), layers.Dense(4)])
model.compile("adam", "mse")
model.fit(rows, epochs=3)

# %% a model with a step of its own
class Net(keras.Model):
    def train_step(self, data):
        return {"loss": self.compute_loss(data, data, self(data))}
net = Net()
net.compile("adam", "mse")
net.fit(np.random.rand(64, 4))

# %% a folder of images
rows = keras.utils.image_dataset_from_directory("photos")
model = Sequential([Input((256, 256, 3)), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(rows)

# %% a generator of rows alone
def batches(x):
    while True:
        yield x[np.random.randint(0, len(x), 32)]
model = Sequential([Input((4,)), layers.Dense(4)])
model.compile("adam", "mse")
model.fit(batches(x), steps_per_epoch=9)  # ← training/no-targets

# %% a generator of pairs
def batches(x):
    while True:
        rows = x[np.random.randint(0, len(x), 32)]
        yield rows, rows
def more(x):
    while True:
        pair = (x[:9], x[:9])
        yield pair
model = Sequential([Input((4,)), layers.Dense(4)])
model.compile("adam", "mse")
model.fit(batches(x), steps_per_epoch=9)
model.fit(more(x), steps_per_epoch=9)

# %% a folder that gives no labels
from tensorflow.keras.preprocessing.image import ImageDataGenerator
photos = ImageDataGenerator(rescale=1 / 255).flow_from_directory("photos", target_size=(8, 8), class_mode=None)
model = Sequential([Input((8, 8, 3)), layers.Conv2D(3, 3, padding="same", activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(photos, epochs=3)  # ← training/no-targets

# %% a folder that gives the pictures twice
from tensorflow.keras.preprocessing.image import ImageDataGenerator
photos = ImageDataGenerator(rescale=1 / 255).flow_from_directory("photos", target_size=(8, 8), class_mode="input")
model = Sequential([Input((8, 8, 3)), layers.Conv2D(3, 3, padding="same", activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(photos, epochs=3)
