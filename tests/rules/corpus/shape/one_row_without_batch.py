# %% the first row
x = np.random.rand(50, 4)
model = Sequential([Input((4,)), layers.Dense(3, activation="relu"), layers.Dense(1)])
print(model.predict(x[0]))  # ← shape/one-row-without-batch

# %% a row by hand
model = Sequential([layers.Dense(1, input_shape=(3,))])
model.predict(np.array([0.2, 0.1, 0.9]))  # ← shape/one-row-without-batch

# %% an image of the test rows
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_test = x_test / 255
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
image = x_test[2]
print(np.argmax(model.predict(image)))  # ← shape/one-row-without-batch

# %% an image of three channels, on the model itself
image = np.zeros((16, 16, 3))
model = Sequential([Input((16, 16, 3)), layers.Flatten(), layers.Dense(1)])
model(image)  # ← shape/one-row-without-batch

# %% a series
series = np.zeros((20, 30, 2))
model = Sequential([layers.LSTM(3, input_shape=(30, 2)), layers.Dense(1)])
model.predict_on_batch(series[-1])  # ← shape/one-row-without-batch

# %% a pipeline without batches
rows = tf.data.Dataset.from_tensor_slices((np.random.rand(50, 4), np.zeros(50))).shuffle(50)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(rows, verbose=0)  # ← shape/one-row-without-batch

# %% a pipeline of batches
rows = tf.data.Dataset.from_tensor_slices((np.random.rand(50, 4), np.zeros(50)))
rows = rows.map(lambda x, y: (x / 2, y)).batch(10)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(rows, verbose=0)
model.evaluate(rows, verbose=0)

# %% a batch of one row
x = np.random.rand(50, 4)
model = Sequential([Input((4,)), layers.Dense(1)])
model.predict(x[:1])
model.predict(x[0:1])
model.predict(x[None, 0])
model.predict(x[0][None])
model.predict(x[0][np.newaxis, :])
model.predict(x[0].reshape(1, -1))
model.predict(np.expand_dims(x[0], 0))
model.predict(np.expand_dims(x[0], axis=0))
model.predict(np.array([x[0]]))
model.predict(np.array([[0.2, 0.1, 0.9, 0.4]]))
model(x[:1])

# %% a vector for an input of one number
model = Sequential([Input((1,)), layers.Dense(1)])
model.predict(np.array([0.2, 0.1, 0.9]))
model.predict(np.random.rand(8, 1)[0])

# %% columns of one
model = Sequential([Input((4, 1)), layers.Conv1D(2, 2), layers.Flatten(), layers.Dense(1)])
model.predict(np.zeros((9, 4)))

# %% rows that nobody knows
def answer(model, row):
    return model.predict(row)

model = Sequential([Input((4,)), layers.Dense(1)])
answer(model, np.zeros((2, 4)))

# %% other rules speak of these
table = pd.read_csv("sensor.csv")
x, y = table[["a", "b"]].values, table["c"].values
model = Sequential([layers.Conv1D(4, 2, padding="same", input_shape=x.shape), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
model.evaluate(x, y)

# %% a row by chance, and one row after the other
import random

rows = np.random.rand(100, 5)
net = Sequential([Input((5,)), layers.Dense(1)])
net.predict(rows[random.randrange(len(rows))])  # ← shape/one-row-without-batch
net.predict(rows[np.random.randint(0, len(rows))])  # ← shape/one-row-without-batch
net.predict(rows[np.random.choice(100)])  # ← shape/one-row-without-batch
for row in rows[:3]:
    net.predict(row)  # ← shape/one-row-without-batch
for number, row in enumerate(rows):
    net.predict(row)  # ← shape/one-row-without-batch
for row, wanted in zip(rows, np.random.rand(100)):
    net(row)  # ← shape/one-row-without-batch

# %% several rows by chance, and one row as a batch
import random

rows = np.random.rand(100, 5)
net = Sequential([Input((5,)), layers.Dense(1)])
net.predict(rows[np.random.randint(0, 100, 8)])
net.predict(rows[np.random.choice(100, size=8)])
one = random.randrange(100)
net.predict(rows[one : one + 1])
for row in rows:
    net.predict(row[None])
for row in rows:
    net.predict(np.array([row]))

# %% images of other libraries
import cv2
import imageio

net = Sequential([Input((None, None, 3)), layers.Conv2D(4, 3), layers.GlobalMaxPooling2D(), layers.Dense(1)])
image = cv2.cvtColor(cv2.imread("a.png"), cv2.COLOR_BGR2RGB)
image = cv2.GaussianBlur(cv2.resize(image, (64, 64)), (3, 3), 0)
net.predict(image / 255.0)  # ← shape/one-row-without-batch
net.predict(imageio.imread("a.jpg"))  # ← shape/one-row-without-batch
read = tf.io.decode_jpeg(tf.io.read_file("a.jpg"), channels=3)
net.predict(tf.image.convert_image_dtype(tf.image.resize(read, (64, 64)), tf.float32))  # ← shape/one-row-without-batch
okay, frame = cv2.VideoCapture(0).read()
while okay:
    net.predict(frame[10:90, 20:80])  # ← shape/one-row-without-batch

# %% images of other libraries, as batches
import cv2

net = Sequential([Input((None, None, 3)), layers.Conv2D(4, 3), layers.GlobalMaxPooling2D(), layers.Dense(1)])
image = cv2.resize(cv2.cvtColor(cv2.imread("a.png"), cv2.COLOR_BGR2RGB), (64, 64))
net.predict(image[None] / 255.0)
net.predict(np.expand_dims(image, axis=0))
net.predict(np.array([image, image]))
net.predict(image.reshape(1, 64, 64, 3))
net.predict(tf.expand_dims(tf.io.decode_png(tf.io.read_file("a.png"), channels=3), 0))

# %% an image in grey, without the axis of the batch and that of the colours
import cv2

net = Sequential([Input((28, 28, 1)), layers.Flatten(), layers.Dense(1)])
image = cv2.resize(cv2.cvtColor(cv2.imread("a.png"), cv2.COLOR_BGR2GRAY), (28, 28))
net.predict(image / 255)  # ← shape/one-row-without-batch
net.predict(image[None] / 255)

# %% with a folder of images
folder = keras.utils.image_dataset_from_directory("a", image_size=(64, 64))
net = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(1)])
for images, labels in folder.take(1):
    net.predict(images)
    net.predict(images[0])  # ← shape/one-row-without-batch
images, labels = next(iter(folder))
net.predict(images[0])  # ← shape/one-row-without-batch
