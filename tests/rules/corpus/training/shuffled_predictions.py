# %% a matrix
from sklearn import metrics
from tensorflow.keras.preprocessing.image import ImageDataGenerator

test = ImageDataGenerator().flow_from_directory("test")
net = keras.saving.load_model("net.keras")
guess = net.predict(test).argmax(axis=1)
print(metrics.confusion_matrix(test.classes, guess))  # ← training/shuffled-predictions

# %% a report by keyword
from sklearn import metrics
from tensorflow.keras.preprocessing.image import ImageDataGenerator

test = ImageDataGenerator().flow_from_directory("test", shuffle=True)
net = keras.saving.load_model("net.keras")
guess = np.argmax(net.predict(test), 1)
truth = test.classes
print(metrics.classification_report(y_true=truth, y_pred=guess))  # ← training/shuffled-predictions

# %% a table of files
from sklearn import metrics
from tensorflow.keras.preprocessing.image import ImageDataGenerator

test = ImageDataGenerator(rescale=1 / 255).flow_from_dataframe(table, "photos")
net = keras.saving.load_model("net.keras")
guess = net.predict(test) > 0.5
print(metrics.accuracy_score(test.labels, guess))  # ← training/shuffled-predictions

# %% not shuffled
from sklearn import metrics
from tensorflow.keras.preprocessing.image import ImageDataGenerator

test = ImageDataGenerator().flow_from_directory("test", shuffle=False)
net = keras.saving.load_model("net.keras")
guess = net.predict(test).argmax(axis=1)
print(metrics.confusion_matrix(test.classes, guess))

# %% shuffled no more
from sklearn import metrics
from tensorflow.keras.preprocessing.image import ImageDataGenerator

test = ImageDataGenerator().flow_from_directory("test")
test.shuffle = False
net = keras.saving.load_model("net.keras")
guess = net.predict(test).argmax(axis=1)
print(metrics.confusion_matrix(test.classes, guess))

# %% another generator is predicted
from sklearn import metrics
from tensorflow.keras.preprocessing.image import ImageDataGenerator

test = ImageDataGenerator().flow_from_directory("test")
same = ImageDataGenerator().flow_from_directory("test", shuffle=False)
net = keras.saving.load_model("net.keras")
guess = net.predict(same).argmax(axis=1)
print(metrics.confusion_matrix(test.classes, guess))

# %% only counted
from sklearn import metrics
from tensorflow.keras.preprocessing.image import ImageDataGenerator

test = ImageDataGenerator().flow_from_directory("test")
net = keras.saving.load_model("net.keras")
net.predict(test)
print(len(test.classes))

# %% a model from elsewhere, compared by hand
rows = datagen.flow_from_directory("test", batch_size=8)
answers = model.predict(rows)
right = answers.argmax(axis=1) == rows.classes  # ← training/shuffled-predictions

# %% a model from elsewhere, in the order of the files
rows = datagen.flow_from_directory("test", batch_size=8, shuffle=False)
answers = model.predict(rows)
right = answers.argmax(axis=1) == rows.classes

# %% labels of another pass
rows = keras.utils.image_dataset_from_directory("test")
truth = np.concatenate([y for x, y in rows])
answers = model.predict(rows)  # ← training/shuffled-predictions

# %% labels of another pass in the same order
rows = keras.utils.image_dataset_from_directory("test", shuffle=False)
truth = np.concatenate([y for x, y in rows])
answers = model.predict(rows)

# %% labels and answers of one pass
rows = keras.utils.image_dataset_from_directory("test")
for x, y in rows:
    truth.append(y)
    answers.append(model.predict(x))

# %% names of files
from tensorflow.keras.preprocessing.image import ImageDataGenerator


def read(folder):
    maker = ImageDataGenerator(rescale=1 / 255)
    return maker.flow_from_directory(folder, class_mode=None)


net = keras.saving.load_model("net.keras")
test = read("test")
guess = net.predict(test)
classes = guess.argmax(axis=1)
print(pd.DataFrame({"file": test.filenames, "class": classes}))  # ← training/shuffled-predictions
for name, one in zip(test.filenames, classes):  # ← training/shuffled-predictions
    print(name, one)
for i, name in enumerate(test.filepaths):  # ← training/shuffled-predictions
    print(name, guess[i])
print(len(test.filenames) == len(guess))

# %% names of files in their order
from tensorflow.keras.preprocessing.image import ImageDataGenerator

net = keras.saving.load_model("net.keras")
test = ImageDataGenerator().flow_from_directory("test", class_mode=None, shuffle=False)
mixed = ImageDataGenerator().flow_from_directory("train")
guess = net.predict(test).argmax(axis=1)
print(pd.DataFrame({"file": test.filenames, "class": guess}))
weight = {number: 1 / share for number, share in zip(np.unique(mixed.classes), np.bincount(mixed.classes))}

# %% a column of the table that the files stand in
from tensorflow.keras.preprocessing.image import ImageDataGenerator

net = keras.saving.load_model("net.keras")
test = ImageDataGenerator().flow_from_dataframe(table, "photos", x_col="file", class_mode=None)
table["class"] = net.predict(test).argmax(axis=1)  # ← training/shuffled-predictions

# %% labels of arrays
from sklearn.metrics import accuracy_score
from tensorflow.keras.preprocessing.image import ImageDataGenerator

(x, y), (u, v) = keras.datasets.cifar10.load_data()
net = keras.saving.load_model("net.keras")
rows = tf.data.Dataset.from_tensor_slices((u, v)).shuffle(999).batch(8)
print(accuracy_score(v, net.predict(rows).argmax(axis=1)))  # ← training/shuffled-predictions
images = ImageDataGenerator().flow(u, v)
guess = net.predict(images).argmax(axis=1)
print((guess == v.ravel()).mean())  # ← training/shuffled-predictions

# %% labels of arrays in their order
from sklearn.metrics import accuracy_score

(x, y), (u, v) = keras.datasets.cifar10.load_data()
net = keras.saving.load_model("net.keras")
train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(999).batch(8)
rows = tf.data.Dataset.from_tensor_slices((u, v)).batch(8)
net.fit(train)
print(accuracy_score(v, net.predict(rows).argmax(axis=1)))

# %% a function that shuffles
from sklearn.metrics import accuracy_score


def shuffled(rows, answers):
    data = tf.data.Dataset.from_tensor_slices((rows, answers))
    data = data.shuffle(100)
    return data.batch(8)


def made(rows, answers, training=False):
    data = tf.data.Dataset.from_tensor_slices((rows, answers))
    if training:
        data = data.shuffle(100)
    return data.batch(8)


net = keras.saving.load_model("net.keras")
test = shuffled(x_test, y_test)
print(accuracy_score(y_test, net.predict(test).argmax(axis=1)))  # ← training/shuffled-predictions
plain = made(x_test, y_test)
print(accuracy_score(y_test, net.predict(plain).argmax(axis=1)))

# %% features of mixed pictures, and labels in the order of the files
from tensorflow.keras.preprocessing.image import ImageDataGenerator

net = keras.saving.load_model("net.keras")
mixed = ImageDataGenerator().flow_from_directory("train", class_mode=None, shuffle=True, seed=7)
features = net.predict(mixed, steps=10)
labels = keras.utils.to_categorical(mixed.classes)
head = keras.Sequential([keras.Input((512,)), keras.layers.Dense(2, activation="softmax")])
head.compile(loss="categorical_crossentropy")
head.fit(features, labels, epochs=9)  # ← training/shuffled-predictions

# %% features of pictures in the order of the files
from tensorflow.keras.preprocessing.image import ImageDataGenerator

net = keras.saving.load_model("net.keras")
ordered = ImageDataGenerator().flow_from_directory("train", class_mode=None, shuffle=False)
mixed = ImageDataGenerator().flow_from_directory("train")
features = net.predict(ordered, steps=10)
head = keras.Sequential([keras.Input((512,)), keras.layers.Dense(2, activation="softmax")])
head.compile(loss="categorical_crossentropy")
head.fit(features, keras.utils.to_categorical(ordered.classes), epochs=9)
net.fit(mixed, epochs=9, class_weight=dict(enumerate(1 / np.bincount(mixed.classes))))

# %% features and labels that are saved, of one variable after the other
from tensorflow.keras.preprocessing.image import ImageDataGenerator


def save_features(model):
    reader = ImageDataGenerator(rescale=1 / 255)
    flow = reader.flow_from_directory("train", class_mode=None, shuffle=True, seed=3)
    features = model.predict_generator(flow, flow.n // 16)
    np.save("train_features.npy", features)
    labels = keras.utils.to_categorical(flow.classes)  # ← training/shuffled-predictions
    np.save("train_labels.npy", labels)
    flow = reader.flow_from_directory("valid", class_mode=None, shuffle=False)
    features = model.predict_generator(flow, flow.n // 16)
    np.save("valid_features.npy", features)
    np.save("valid_labels.npy", flow.classes)

# %% features and labels that a function returns, that a file holds, that are pickled
import h5py
import pickle


def features_of(folder):
    flow = datagen.flow_from_directory(folder, batch_size=16)
    found = base.predict(flow)
    return found, flow.classes  # ← training/shuffled-predictions


mixed = datagen.flow_from_directory("train", batch_size=16)
found = base.predict(mixed)
with h5py.File("features.h5", "w") as file:
    file.create_dataset("x", data=found)
    file.create_dataset("y", data=mixed.classes)  # ← training/shuffled-predictions
np.savez("features.npz", x=found, y=mixed.classes)  # ← training/shuffled-predictions

# %% the same in the order of the files
def save_features(model, shuffle):
    flow = datagen.flow_from_directory("train", class_mode=None, shuffle=False)
    np.save("train_features.npy", model.predict(flow))
    np.save("train_labels.npy", flow.classes)
    flow = datagen.flow_from_directory("valid", class_mode=None, shuffle=shuffle)
    np.save("valid_features.npy", model.predict(flow))
    np.save("valid_labels.npy", flow.classes)
    return flow, flow.classes

# %% one way or the other, and a shuffled flow for something else
def save_features(model, ordered):
    if ordered:
        flow = datagen.flow_from_directory("train", class_mode=None, shuffle=False)
    else:
        flow = datagen.flow_from_directory("train", class_mode=None)
    features = model.predict(flow)
    np.save("train_features.npy", features)
    np.save("train_labels.npy", flow.classes)


train = datagen.flow_from_directory("train")
model.fit(train)
valid = datagen.flow_from_directory("valid", shuffle=False)
np.save("valid.npy", model.predict(valid))
np.save("classes.npy", train.classes)
flow = datagen.flow_from_directory("train")
weights = np.bincount(flow.classes)
flow = datagen.flow_from_directory("valid", shuffle=False)
np.save("features.npy", model.predict(flow))
np.save("labels.npy", flow.classes)

# %% another name for the reader, and a prefetch under the same name
load = tf.keras.utils.image_dataset_from_directory
train_ds = load("plants/train", image_size=(128, 128), seed=40)
test_ds = load("plants/test", image_size=(128, 128))
class_names = train_ds.class_names
train_ds = train_ds.prefetch(tf.data.AUTOTUNE)
test_ds = test_ds.prefetch(tf.data.AUTOTUNE)
model = build()
model.fit(train_ds)
y_true = np.concatenate([labels.numpy() for _, labels in test_ds])
y_pred = np.argmax(model.predict(test_ds), axis=1)  # ← training/shuffled-predictions
print(classification_report(y_true, y_pred, target_names=class_names))

# %% in a function that is given the set, the settings of the readers in a dictionary
common = dict(label_mode="categorical", image_size=(64, 64), batch_size=32)


def sets(root):
    train = keras.utils.image_dataset_from_directory(f"{root}/train", **common)
    test = keras.utils.image_dataset_from_directory(f"{root}/test", **common)
    return train, test


def report(model, rows):
    truth = []
    for images, labels in rows:
        truth.extend(labels.numpy().argmax(axis=1))
    answers = model.predict(rows).argmax(axis=1)  # ← training/shuffled-predictions
    print(confusion_matrix(truth, answers))


test = keras.utils.image_dataset_from_directory("data/test", **common)
report(model, test)

# %% a pipeline of the author's that shuffles
rows = tf.data.Dataset.from_tensor_slices((x_test, y_test)).shuffle(1000).batch(32)
truth = []
for number, (images, labels) in enumerate(rows):
    truth.append(labels)
answers = model.predict(rows)  # ← training/shuffled-predictions
print(accuracy_score(np.concatenate(truth), answers.argmax(axis=1)))

# %% each row for itself
rows = keras.utils.image_dataset_from_directory("test")
truth = [int(y) for x, y in rows.unbatch()]
answers = model.predict(rows.map(lambda x, y: x))  # ← training/shuffled-predictions

# %% cached, and so in one order
rows = keras.utils.image_dataset_from_directory("test").cache().prefetch(2)
truth = np.concatenate([y for x, y in rows])
answers = model.predict(rows)

# %% shuffled once and for all
rows = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1000, reshuffle_each_iteration=False).batch(32)
truth = np.concatenate([b for a, b in rows])
answers = model.predict(rows)

# %% in order, as the dictionary says
common = {"shuffle": False, "image_size": (64, 64)}
rows = keras.utils.image_dataset_from_directory("test", **common)
truth = np.concatenate([y for x, y in rows])
answers = model.predict(rows)

# %% the second of two parts is in order
train, rows = keras.utils.image_dataset_from_directory("all", validation_split=0.2, subset="both", seed=1)
truth = np.concatenate([y for x, y in rows])
answers = model.predict(rows)

# %% how many there are of each class
rows = keras.utils.image_dataset_from_directory("test")
counts = np.bincount(np.concatenate([y for x, y in rows]))
answers = model.predict(rows)

# %% a look at some images
rows = keras.utils.image_dataset_from_directory("test")
for images, labels in rows:
    titles.append(names[int(labels[0])])
    break
answers = model.predict(rows)

# %% another reader under the name that one had
load = keras.utils.image_dataset_from_directory


def load(folder):
    return keras.utils.image_dataset_from_directory(folder, shuffle=False)


rows = load("test")
truth = np.concatenate([y for x, y in rows])
answers = model.predict(rows)

# %% shuffled for the training, and read again in order
rows = keras.utils.image_dataset_from_directory("test")
model.fit(rows)
rows = keras.utils.image_dataset_from_directory("test", shuffle=False)
truth = np.concatenate([y for x, y in rows])
answers = model.predict(rows)

# %% all in memory, in one pass
rows = keras.utils.image_dataset_from_directory("test")
images, truth = [], []
for x, y in rows:
    images.append(x)
    truth.append(y)
answers = model.predict(np.concatenate(images))
