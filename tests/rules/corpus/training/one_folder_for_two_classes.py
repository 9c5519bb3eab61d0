# %% the same folder, written twice
x, y = [], []
for name in os.listdir("data/cats"):
    x.append(np.array(keras.utils.load_img("data/cats/" + name)))
    y.append(0)
for name in os.listdir("data/cats"):
    x.append(np.array(keras.utils.load_img("data/cats/" + name)))
    y.append(1)  # ← training/one-folder-for-two-classes

# %% the same folder under two names
cats = "data/cats"
dogs = "data/cats"
x, y = [], []
for name in os.listdir(cats):
    image = cv2.imread(os.path.join(cats, name))
    x.append(cv2.resize(image, (64, 64)))
    y.append("cat")
print(len(x))
for name in os.listdir(dogs):
    image = cv2.imread(os.path.join(dogs, name))
    x.append(cv2.resize(image, (64, 64)))
    y.append("dog")  # ← training/one-folder-for-two-classes

# %% in a function, with glob
def load():
    x, y = [], []
    for path in glob.glob("train/yes/*.jpg"):
        x.append(cv2.imread(path))
        y.append(1)
    for path in glob.glob("train/yes/*.jpg"):
        x.append(cv2.imread(path))
        y.append(0)  # ← training/one-folder-for-two-classes
    return np.array(x), np.array(y)

# %% two folders
x, y = [], []
for name in os.listdir("data/cats"):
    x.append(np.array(keras.utils.load_img("data/cats/" + name)))
    y.append(0)
for name in os.listdir("data/dogs"):
    x.append(np.array(keras.utils.load_img("data/dogs/" + name)))
    y.append(1)

# %% some of the files each
x, y = [], []
for name in os.listdir("data"):
    if name.startswith("cat"):
        x.append(np.array(keras.utils.load_img("data/" + name)))
        y.append(0)
for name in os.listdir("data"):
    if name.startswith("dog"):
        x.append(np.array(keras.utils.load_img("data/" + name)))
        y.append(1)

# %% told whether a picture was turned
x, y = [], []
for name in os.listdir("data"):
    x.append(np.array(keras.utils.load_img("data/" + name)))
    y.append(0)
for name in os.listdir("data"):
    x.append(np.rot90(np.array(keras.utils.load_img("data/" + name))))
    y.append(1)

# %% the name of the folder changes
folder = "cats"
x, y = [], []
for name in os.listdir(folder):
    x.append(np.load(os.path.join(folder, name)))
    y.append(0)
folder = "dogs"
for name in os.listdir(folder):
    x.append(np.load(os.path.join(folder, name)))
    y.append(1)

# %% halves of each picture
x, y = [], []
for name in os.listdir("a"):
    x.append(np.load("a/" + name)[:, :32])
    y.append("left")
for name in os.listdir("a"):
    x.append(np.load("a/" + name)[:, 32:])
    y.append("right")
