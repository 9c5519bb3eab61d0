# %% known to be sorted
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
x, y = load_iris(return_X_y=True)
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.3, shuffle=False)
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train, y_train)  # ← training/whole-classes-held-out

# %% put together class by class
y = np.concatenate([np.zeros(len(cats)), np.ones(len(dogs))])
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y, validation_split=0.2)  # ← training/whole-classes-held-out

# %% put together, then split at random
from sklearn.model_selection import train_test_split
y = np.concatenate([np.zeros(50), np.ones(50)])
x_train, x_test, y_train, y_test = train_test_split(x, y)
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x_train, y_train, validation_split=0.2)

# %% pictures that were put together class by class
pictures, labels = [], []
for number, folder in enumerate(folders):
    for name in sorted(os.listdir(folder)):
        pictures.append(keras.utils.img_to_array(keras.utils.load_img(name)))
        labels.append(number)
x, y = np.array(pictures), keras.utils.to_categorical(labels, 5)
net = Sequential([layers.Flatten(), layers.Dense(5, activation="softmax")])
net.compile(loss="categorical_crossentropy", optimizer="adam")
net.fit(x, y, shuffle=True, validation_split=0.2)  # ← training/whole-classes-held-out

# %% put together so, and mixed, and steps of a series
pictures, labels = [], []
for number, folder in enumerate(folders):
    for name in sorted(os.listdir(folder)):
        pictures.append(keras.utils.img_to_array(keras.utils.load_img(name)))
        labels.append(number)
order = np.random.permutation(len(labels))
x, y = np.array(pictures)[order], keras.utils.to_categorical(labels, 5)[order]
net = Sequential([layers.Flatten(), layers.Dense(5, activation="softmax")])
net.compile(loss="categorical_crossentropy", optimizer="adam")
net.fit(x, y, validation_split=0.2)

# %% pictures that a function reads class by class, numbered from one
def read_all():
    pictures, labels = [], []
    for kind in range(1, 6):
        for name in sorted(glob.glob(f"data/class_{kind}/*.png")):
            pictures.append(imread(name))
            labels.append(kind - 1)
    return np.array(pictures, "float32") / 255, to_categorical(np.array(labels), 5)


x, y = read_all()
model = keras.Sequential([keras.Input((64, 64, 3)), layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy")
model.fit(x, y, validation_split=0.2)  # ← training/whole-classes-held-out

# %% many at once
pictures, labels = [], []
for number, folder in enumerate(folders):
    found = read(folder)
    pictures.extend(found)
    labels.extend([number] * len(found))
model = keras.Sequential([keras.Input((64, 64, 3)), layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy")
model.fit(np.array(pictures), np.array(labels), validation_split=0.2)  # ← training/whole-classes-held-out

# %% the number of the row, not of the class
pictures, days = [], []
for day in range(365):
    for hour in range(24):
        pictures.append(read(day, hour))
        days.append(day * 24 + hour)
model = keras.Sequential([keras.Input((64, 64, 3)), layers.Flatten(), layers.Dense(1)])
model.compile(loss="mse")
model.fit(np.array(pictures), np.array(days), validation_split=0.2)

# %% put together, then mixed by an order
x = np.vstack([cats, dogs])
y = np.hstack([np.zeros(len(cats)), np.ones(len(dogs))])
order = np.random.default_rng(17).permutation(len(x))
x, y = x[order], y[order]
model = Sequential([Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y, validation_split=0.2)

# %% a function that reads a class, and a list that becomes longer
def read_class(folder, number):
    pictures, labels = [], []
    for name in sorted(os.listdir(folder)):
        pictures.append(read(name))
        labels.append(number)
    return pictures, labels


def read_all():
    pictures, labels = [], []
    for number, folder in enumerate(folders):
        found, its = read_class(folder, number)
        pictures += found
        labels += its
    return np.array(pictures), keras.utils.to_categorical(np.array(labels))


x, y = read_all()
model = Sequential([layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="categorical_crossentropy")
model.fit(x, y, shuffle=True, validation_split=0.2)  # ← training/whole-classes-held-out

# %% the place of a class in the list of classes
kinds = ["cat", "dog", "horse"]
pictures, labels = [], []
for kind in kinds:
    number = kinds.index(kind)
    for name in os.listdir(kind):
        pictures.append(read(name))
        labels.append(number)
model = Sequential([layers.Flatten(), layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy")
model.fit(np.array(pictures), np.array(labels), validation_split=0.1)  # ← training/whole-classes-held-out

# %% arrays that are joined, and numbers from a table
y, z = np.zeros(0), np.zeros(0)
for number in range(3):
    rows = np.load(f"{number}.npy")
    y = np.concatenate([y, np.full(len(rows), number)])
for name, number in {"cat": 0, "dog": 1}.items():
    z = np.append(z, np.ones(100) * number)
model = Sequential([layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy")
model.fit(x, y, validation_split=0.1)  # ← training/whole-classes-held-out
model.fit(x, z, validation_split=0.1)  # ← training/whole-classes-held-out

# %% one folder after the other
pictures, labels = [], []
for name in os.listdir("cats"):
    pictures.append(read(name))
    labels.append(0)
for name in os.listdir("dogs"):
    pictures.append(read(name))
    labels.append(1)
model = Sequential([layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
model.fit(np.array(pictures), np.array(labels), validation_split=0.1)  # ← training/whole-classes-held-out

# %% each label several times, for copies of its row
more, labels = [], []
for row, label in zip(x, y):
    for _ in range(3):
        more.append(disturbed(row))
        labels.append(label)
for label in y:
    labels += [label] * 2
model = Sequential([layers.Dense(3, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy")
model.fit(np.array(more), np.array(labels), validation_split=0.1)

# %% labels of rows that are asked one by one
labels = []
for name in os.listdir("photos"):
    if name.startswith("cat"):
        labels.append(0)
    else:
        labels.append(1)
for name in os.listdir("drawings"):
    if name.startswith("cat"):
        labels.append(0)
    else:
        labels.append(1)
model = Sequential([layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
model.fit(x, np.array(labels), validation_split=0.1)

# %% files of several people, each with all classes
def read_person(folder, person):
    rows, labels = [], []
    for name in sorted(os.listdir(folder)):
        rows.append(read(name, person))
        labels.append(kind_of(name))
    return rows, labels


rows, labels = [], []
for number, folder in enumerate(people):
    found, its = read_person(folder, number)
    rows += found
    labels += its
kinds = {"a": 0, "b": 1, "c": 0, "d": 1}
for folder, number in kinds.items():
    for name in os.listdir(folder):
        labels.append(number)
model = Sequential([layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy")
model.fit(np.array(rows), np.array(labels), validation_split=0.2)

# %% class by class, for a validation of its own
pictures, labels = [], []
for number, folder in enumerate(folders):
    for name in sorted(os.listdir(folder)):
        pictures.append(read(name))
        labels.append(number)
model = Sequential([layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy")
model.fit(np.array(pictures), np.array(labels), validation_data=(x_valid, y_valid))
model.fit(x_valid, y_valid, validation_split=0.2)

# %% all classes in each session, and in a function for each day
labels, more = [], []
for session in sessions:
    for number, folder in enumerate(folders):
        for name in os.listdir(session + folder):
            labels.append(number)


def read_day(day):
    its = []
    for name in os.listdir(day + "/cats"):
        its.append(0)
    for name in os.listdir(day + "/dogs"):
        its.append(1)
    return its


for day in days:
    more += read_day(day)
model = Sequential([layers.Flatten(), layers.Dense(5, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy")
model.fit(x, np.array(labels), validation_split=0.2)
model.fit(x, np.array(more), validation_split=0.2)
