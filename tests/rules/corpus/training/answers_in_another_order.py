# %% a report of the classes
from sklearn.metrics import classification_report
from tensorflow.keras.preprocessing.image import ImageDataGenerator

model = keras.saving.load_model("model.keras")
reader = ImageDataGenerator(rescale=1 / 255)
test = reader.flow_from_directory("test", target_size=(64, 64), batch_size=32, class_mode="categorical")
found = np.argmax(model.predict_generator(test, steps=10), axis=1)
print(classification_report(test.classes, found))  # ← training/answers-in-another-order

# %% names of files beside answers
model = keras.saving.load_model("model.keras")
test = keras.preprocessing.image.ImageDataGenerator().flow_from_directory("test", shuffle=True)
answers = model.predict(test)
table = pd.DataFrame({"file": test.filenames, "answer": answers[:, 0]})  # ← training/answers-in-another-order

# %% read in the order of the files
model = keras.saving.load_model("model.keras")
test = keras.preprocessing.image.ImageDataGenerator().flow_from_directory("test", shuffle=False)
answers = model.predict(test).argmax(axis=1)
print(np.mean(test.classes == answers))

# %% labels of the training data, and no answers
model = keras.saving.load_model("model.keras")
train = keras.preprocessing.image.ImageDataGenerator().flow_from_directory("train")
print(len(train.classes))
model.evaluate(train)

# %% the order is put right by the options
model = keras.saving.load_model("model.keras")
test = keras.preprocessing.image.ImageDataGenerator().flow_from_directory("test", **options)
answers = model.predict(test)
print(test.classes, answers)
