# %% drawn again
from sklearn.utils import resample
few = table[table["left"] == 1]
many = table[table["left"] == 0]
more = resample(few, n_samples=len(many), random_state=1)
table = pd.concat([many, more])
x, y = table[["a", "b"]].values, table["left"].values
x_train, x_test, y_train, y_test = train_test_split(x, y)  # ← training/copies-on-both-sides

# %% in a function, with pandas alone
def load():
    few = table[table["left"] == 1].sample(5000, replace=True)
    whole = pd.concat([table[table["left"] == 0], few]).sample(frac=1)
    return train_test_split(whole[["a"]], whole["left"])  # ← training/copies-on-both-sides

# %% the few below all, three times the few
few = table[table["left"] == 1]
table = pd.concat([table, few], ignore_index=True)
train, test = train_test_split(table)  # ← training/copies-on-both-sides

# %% the few, three times
few = table[table["left"] == 1]
many = table[table["left"] == 0]
both = pd.concat([many, few, few, few])
for a, b in StratifiedKFold(5).split(both, both["left"]):  # ← training/copies-on-both-sides
    pass

# %% repeated
x = np.repeat(x, 3, axis=0)
y = np.repeat(y, 3)
x_train, x_test, y_train, y_test = train_test_split(x, y)  # ← training/copies-on-both-sides

# %% turned round
x = np.concatenate([x, x[:, :, ::-1]])
y = np.concatenate([y, y])
x_train, x_test, y_train, y_test = train_test_split(x, y)  # ← training/copies-on-both-sides

# %% turned round, file by file
images, labels = [], []
for path in paths:
    image = keras.utils.load_img(path)
    images.append(image)
    labels.append(path.parent.name)
    images.append(np.fliplr(image))
    labels.append(path.parent.name)
images = np.array(images)
x_train, x_test, y_train, y_test = train_test_split(images, labels)  # ← training/copies-on-both-sides

# %% after the split
x_train, x_test, y_train, y_test = train_test_split(x, y)
more = np.random.choice(np.flatnonzero(y_train), size=1000, replace=True)
x_train = np.concatenate([x_train, x_train[more]])
x_train, x_valid = train_test_split(x_train)

# %% both classes, fewer of the one
few = table[table["left"] == 1]
many = table[table["left"] == 0].sample(len(few))
table = pd.concat([few, many])
train, test = train_test_split(table)

# %% the parts of a table, and more columns
x = np.concatenate([x, x**2], axis=1)
rows = np.vstack([x[:100], x[200:]])
a, b = train_test_split(rows)

# %% colours from grey, labels that are written
x = np.repeat(x, 3, axis=-1)
y = np.repeat([0, 1, 2], 50)
a, b, c, d = train_test_split(x, y)

# %% several patches of each
y = np.repeat(y, 9)
a, b, c, d = train_test_split(patches, y)

# %% other rows below
x = np.concatenate([x, others])
y = np.concatenate([np.zeros(len(x)), np.ones(len(others))])
a, b, c, d = train_test_split(x, y)

# %% whole groups
table = pd.concat([table, table])
for a, b in GroupKFold(5).split(table, groups=table["id"]):
    pass

# %% copies are gone again
table = pd.concat([table, table[table["left"] == 1]]).drop_duplicates()
a, b = train_test_split(table)

# %% a bootstrap for the error of the mean
drawn = resample(scores, replace=True, n_samples=100)
a, b = train_test_split(table)

# %% numbers that are drawn
x = np.random.choice(values, size=(1000, 4), replace=True)
a, b = train_test_split(x)

# %% lists that are added
few = table[table.left == 1]
whole = pd.concat([table[table.left == 0]] + [few] * 5).sample(frac=1)
a, b = train_test_split(whole)  # ← training/copies-on-both-sides

# %% with noise
noisy = x + np.random.normal(0, 0.01, x.shape)
every = np.vstack([x, noisy])
labels = np.hstack([y, y])
a, b, c, d = train_test_split(every, labels)  # ← training/copies-on-both-sides

# %% with noise, which is to be told from the rest
noisy = x + np.random.normal(0, 0.01, x.shape)
every = np.vstack([x, noisy])
labels = np.hstack([np.zeros(100), np.ones(100)])
a, b, c, d = train_test_split(every, labels)

# %% a loop that stands there twice
data, labels = [], []
paths = sorted(list(list_images("a")))
for path in paths:
    image = keras.utils.img_to_array(keras.utils.load_img(path))
    data.append(image)
    labels.append(path.split("/")[-2])

# and again
for path in paths:
    image = keras.utils.img_to_array(keras.utils.load_img(path))
    data.append(image)
    labels.append(path.split("/")[-2])

data = np.array(data, dtype="float") / 255.0
labels = np.array(labels)
(a, b, c, d) = train_test_split(data, labels, test_size=0.25)  # ← training/copies-on-both-sides

# %% a loop that stands there twice, in a function
def load(folder):
    rows = []
    for name in os.listdir(folder):
        rows.append(np.load(folder + name))
    for name in os.listdir(folder):
        rows.append(np.load(folder + name))
    return np.array(rows)

rows = load("a/")
train, test = train_test_split(rows)  # ← training/copies-on-both-sides

# %% one folder under two names
first, second = "data/a", "data/b"
left = "data/a"
right = "data/a"
x, y = [], []
for name in os.listdir(left):
    x.append(np.load(os.path.join(left, name)))
    y.append(name[0])
for name in os.listdir(right):
    x.append(np.load(os.path.join(right, name)))
    y.append(name[0])
x = np.array(x)
a, b, c, d = train_test_split(x, y)  # ← training/copies-on-both-sides

# %% a table that is read twice
one = pd.read_csv("a.csv")
two = pd.read_csv("a.csv")
table = pd.concat([one, two])
train, test = train_test_split(table)  # ← training/copies-on-both-sides

# %% a list of files that is listed twice
paths = glob.glob("a/*.png") + glob.glob("a/*.png")
x, y = [], []
for path in paths:
    x.append(load(path))
    y.append(path[0])
x = np.array(x)
a, b, c, d = train_test_split(x, y)  # ← training/copies-on-both-sides

# %% two folders, and two halves of a folder
x, y = [], []
for name in os.listdir("a"):
    x.append(np.load("a/" + name))
    y.append(0)
for name in os.listdir("b"):
    x.append(np.load("b/" + name))
    y.append(1)
paths = glob.glob("a/*.png") + glob.glob("b/*.png")
x = np.array(x)
a, b, c, d = train_test_split(x, y)

# %% another folder by the same name, and lists that begin anew
folder = "a"
x = []
for name in os.listdir(folder):
    x.append(np.load(os.path.join(folder, name)))
folder = "b"
for name in os.listdir(folder):
    x.append(np.load(os.path.join(folder, name)))
first = np.array(x)
a, b = train_test_split(first)

# %% lists that begin anew
paths = sorted(glob.glob("a/*.npy"))
x = []
for path in paths:
    x.append(np.load(path))
whole = np.array(x)
x = []
for path in paths:
    x.append(np.load(path))
a, b = train_test_split(np.array(x))

# %% some of the files in each loop
x, y = [], []
for name in os.listdir("a"):
    if "cat" in name:
        x.append(np.load("a/" + name))
        y.append(0)
for name in os.listdir("a"):
    if "dog" in name:
        x.append(np.load("a/" + name))
        y.append(1)
x = np.array(x)
a, b, c, d = train_test_split(x, y)

# %% a generator that is at its end, and lines of a file
paths = Path("a").glob("*.npy")
x = []
for path in paths:
    x.append(np.load(path))
for path in paths:
    x.append(np.load(path))
x = np.array(x)
a, b = train_test_split(x)

# %% two episodes of a game
rows = []
for step in range(100):
    rows.append(env.step(step).next())
game = env.reset()
env = make()
for step in range(100):
    rows.append(env.step(step).next())
rows = np.array(rows)
a, b = train_test_split(rows)

# %% two draws
rows = []
for number in range(100):
    rows.append(np.random.normal(number))
for number in range(100):
    rows.append(np.random.normal(number))
rows = np.array(rows)
a, b = train_test_split(rows)

# %% the last rows are copies of the first
x, y = [], []
for name in os.listdir("a"):
    x.append(np.load("a/" + name))
    y.append(name[0])
for name in os.listdir("a"):
    x.append(np.load("a/" + name))
    y.append(name[0])
x = np.array(x)
model.fit(x, np.array(y), validation_split=0.2)  # ← training/copies-on-both-sides

# %% repeated one by one, and the last rows are others
x = np.repeat(x, 3, axis=0)
y = np.repeat(y, 3)
model.fit(x, y, validation_split=0.2)

# %% read again, and not validated
x, y = [], []
for name in os.listdir("a"):
    x.append(np.load("a/" + name))
    y.append(name[0])
for name in os.listdir("a"):
    x.append(np.load("a/" + name))
    y.append(name[0])
model.fit(np.array(x), np.array(y), epochs=3)
