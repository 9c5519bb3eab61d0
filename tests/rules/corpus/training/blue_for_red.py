# %% a camera
import cv2

train = keras.utils.image_dataset_from_directory("masks", image_size=(64, 64), label_mode="binary")
model.fit(train, epochs=3)
camera = cv2.VideoCapture(0)
ok, frame = camera.read()
small = cv2.resize(frame, (64, 64))
print(model.predict(small[None]))  # ← training/blue-for-red

# %% in a function
import cv2

train = keras.utils.image_dataset_from_directory("masks", image_size=(64, 64), label_mode="binary")
model.fit(train, epochs=3)


def ask(path):
    image = cv2.imread(path)
    image = cv2.resize(image, (64, 64)) / 255.0
    return model.predict(np.expand_dims(image, 0))  # ← training/blue-for-red


print(ask("new.jpg"))

# %% the other way round
import cv2

x = np.array([cv2.resize(cv2.imread(path), (64, 64)) for path in paths])
model.fit(x, y, epochs=3)
image = keras.utils.img_to_array(keras.utils.load_img("new.jpg", target_size=(64, 64)))
print(model.predict(image[None]))  # ← training/blue-for-red

# %% turned
import cv2

train = keras.utils.image_dataset_from_directory("masks", image_size=(64, 64), label_mode="binary")
model.fit(train, epochs=3)
frame = cv2.cvtColor(cv2.imread("new.jpg"), cv2.COLOR_BGR2RGB)
print(model.predict(cv2.resize(frame, (64, 64))[None]))

# %% turned by an index
import cv2

train = keras.utils.image_dataset_from_directory("masks", image_size=(64, 64), label_mode="binary")
model.fit(train, epochs=3)
frame = cv2.imread("new.jpg")[:, :, ::-1]
print(model.predict(cv2.resize(frame, (64, 64))[None]))

# %% both by OpenCV
import cv2


def read(path):
    return cv2.resize(cv2.imread(path), (64, 64)) / 255.0


x = np.array([read(path) for path in paths])
model.fit(x, y, epochs=3)
print(model.predict(read("new.jpg")[None]))

# %% a model from a file, of which nobody knows
import cv2

model = keras.models.load_model("mask.keras")
frame = cv2.imread("new.jpg")
print(model.predict(cv2.resize(frame, (64, 64))[None]))

# %% pictures of a folder to begin with, and then of OpenCV
import cv2


def read(path):
    return cv2.resize(cv2.imread(path), (64, 64))


train = keras.utils.image_dataset_from_directory("masks", image_size=(64, 64), label_mode="binary")
model.fit(train, epochs=3)
model.fit(np.array([read(path) for path in paths]), y, epochs=3)
print(model.predict(read("new.jpg")[None]))

# %% trained on pictures of OpenCV, asked about one of Pillow
import cv2
from PIL import Image
def train():
    pictures = [cv2.imread(name) for name in names]
    net = Sequential([Input((64, 64, 3)), layers.Rescaling(1 / 255), layers.Flatten(), layers.Dense(1)])
    net.compile("adam", "mse")
    net.fit(np.array(pictures), angles, epochs=5)
    net.save("net.keras")
def drive(data):
    picture = np.asarray(Image.open(data))
    return float(model.predict(picture[None])[0, 0])  # ← training/blue-for-red
model = keras.models.load_model("net.keras")

# %% a picture that is only shown
import cv2
model = keras.models.load_model("net.keras")
picture = keras.utils.img_to_array(keras.utils.load_img("new.jpg", target_size=(64, 64)))
print(model.predict(picture[None]))
shown = cv2.imread("new.jpg")
cv2.imwrite("heat.jpg", shown)
