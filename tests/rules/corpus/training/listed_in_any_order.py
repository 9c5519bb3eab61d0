# %% pictures and masks
import cv2
import glob
pictures = [cv2.imread(name) for name in glob.glob("pictures/*.png")]
masks = [cv2.imread(name, 0) for name in glob.glob("masks/*.png")]
x, y = np.array(pictures) / 255.0, np.array(masks)[..., None] / 255.0
net = Sequential([Input((64, 64, 3)), layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
net.compile("adam", "binary_crossentropy")
net.fit(x, y, epochs=2)  # ← training/listed-in-any-order

# %% in loops
import cv2
pictures, masks = [], []
for name in os.listdir("pictures"):
    pictures.append(cv2.imread("pictures/" + name))
for name in os.listdir("masks"):
    masks.append(cv2.imread("masks/" + name, 0))
x_train, x_test, y_train, y_test = train_test_split(np.array(pictures), np.array(masks), test_size=0.2)  # ← training/listed-in-any-order

# %% labels by their places
import cv2
pictures = []
for kind in os.listdir("data"):  # ← training/listed-in-any-order
    for name in os.listdir("data/" + kind):
        pictures.append(cv2.imread("data/" + kind + "/" + name))
x = np.array(pictures)
labels = np.ones(len(x), dtype="int64")
labels[0:202] = 0
labels[202:404] = 1
labels[404:] = 2
net = build()
net.fit(x, labels)

# %% one list for both
import cv2
pictures, masks = [], []
for name in os.listdir("pictures"):
    pictures.append(cv2.imread("pictures/" + name))
    masks.append(cv2.imread("masks/" + name, 0))
net.fit(np.array(pictures), np.array(masks))

# %% sorted
import cv2
import glob
pictures = [cv2.imread(name) for name in sorted(glob.glob("pictures/*.png"))]
masks = [cv2.imread(name, 0) for name in sorted(glob.glob("masks/*.png"))]
net.fit(np.array(pictures), np.array(masks))

# %% a folder for each class
import cv2
pictures, labels = [], []
for name in os.listdir("cats"):
    pictures.append(cv2.imread("cats/" + name))
    labels.append(0)
for name in os.listdir("dogs"):
    pictures.append(cv2.imread("dogs/" + name))
    labels.append(1)
x_train, x_test, y_train, y_test = train_test_split(np.array(pictures), np.array(labels), test_size=0.2)
