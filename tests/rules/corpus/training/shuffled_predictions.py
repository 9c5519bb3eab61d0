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
