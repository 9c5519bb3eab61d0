# %% read by the number of the class
train = keras.utils.image_dataset_from_directory("weather/train", image_size=(64, 64))  # cloudy, rain, shine
NAMES = ["shine", "rain", "cloudy"]  # ← training/names-in-another-order
print(NAMES[np.argmax(model.predict(picture)[0])])

# %% in a report, with folders in a path
train = keras.utils.image_dataset_from_directory("pets", image_size=(64, 64))
kinds = ["dog", "cat"]  # ← training/names-in-another-order
print(classification_report(y_test, found, target_names=kinds))
show("pets/dog/1.jpg", "pets/cat/1.jpg")

# %% a dictionary, and a flow
from keras.src.legacy.preprocessing.image import ImageDataGenerator

# masks/train/{with,without}
flow = ImageDataGenerator(rescale=1 / 255).flow_from_directory("masks/train", class_mode="binary")
words = {0: "without", 1: "with"}  # ← training/names-in-another-order
print(words[int(model.predict(picture)[0, 0] > 0.5)])

# %% sorted
train = keras.utils.image_dataset_from_directory("weather/train", image_size=(64, 64))  # cloudy, rain, shine
NAMES = ["cloudy", "rain", "shine"]
print(NAMES[np.argmax(model.predict(picture)[0])])

# %% given to the data set
NAMES = ["shine", "rain", "cloudy"]
train = keras.utils.image_dataset_from_directory("weather", class_names=NAMES)  # cloudy, rain, shine
print(NAMES[np.argmax(model.predict(picture)[0])])

# %% folders of other names, which nobody knows
train = keras.utils.image_dataset_from_directory("digits", image_size=(64, 64))
NAMES = ["zero", "one", "two"]
print(NAMES[np.argmax(model.predict(picture)[0])])

# %% the order is looked up
train = keras.utils.image_dataset_from_directory("weather/train", image_size=(64, 64))  # cloudy, rain, shine
NAMES = ["shine", "rain", "cloudy"]
order = [train.class_names.index(name) for name in NAMES]
for name, place in zip(NAMES, order):
    print(name, model.predict(picture)[0, place])

# %% one of two, and colours that are no classes
# pets/{cat,dog}
train = keras.utils.image_dataset_from_directory("pets", image_size=(64, 64), label_mode="binary")
names = ["dog", "cat"]  # ← training/names-in-another-order
chance = model.predict(picture)[0, 0]
print(names[1] if chance > 0.5 else names[0])
colours = ["red", "green", "blue"]  # red, green, blue
for i in range(3):
    plt.plot(curves[i], color=colours[i])

# %% folders that are numbers
train = keras.utils.image_dataset_from_directory("weather", image_size=(64, 64))  # 0 = shine, 1 = rain, 2 = cloudy
NAMES = ["shine", "rain", "cloudy"]
print(NAMES[np.argmax(model.predict(picture)[0])])

# %% two names the wrong way round
# pets/
#   cats/  cat.0.jpg ...
#   dogs/  dog.0.jpg ...
train = keras.utils.image_dataset_from_directory("pets", label_mode="binary")
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(train)


def name(picture):
    p = float(model.predict(picture)[0, 0])
    return "cat" if p > 0.5 else "dog"  # ← training/names-in-another-order

# %% two names the wrong way round, of all answers
gen = ImageDataGenerator(rescale=1 / 255)
flow = gen.flow_from_directory("xray/train", class_mode="binary")  # the folders are NORMAL and PNEUMONIA
model.fit(flow)
answers = model.predict(pictures).ravel()
named = np.where(answers >= 0.5, "normal", "pneumonia")  # ← training/names-in-another-order
for answer in answers:
    print("pneumonia" if answer < 0.5 else "normal")  # ← training/names-in-another-order

# %% two names the right way round
print(len(os.listdir("pets/cats")), len(os.listdir("pets/dogs")))
train = keras.utils.image_dataset_from_directory("pets", label_mode="binary")
model.fit(train)
p = model.predict(picture)[0, 0]
print("dog" if p > 0.5 else "cat")
print("cat" if p < 0.5 else "dog")
print(["cat", "dog"][int(p > 0.5)])

# %% names that are those of no folder
train = keras.utils.image_dataset_from_directory("walls", label_mode="binary")  # a cracked wall, or an intact one?
model.fit(train)
p = model.predict(picture)[0, 0]
print("cracked" if p > 0.5 else "intact")

# %% the first number of a softmax is that of cats
print(len(os.listdir("pets/cats")), len(os.listdir("pets/dogs")))
train = keras.utils.image_dataset_from_directory("pets")
model = Sequential([Input((64, 64, 3)), layers.Flatten(), layers.Dense(2, activation="softmax")])
model.fit(train)
p = model.predict(picture)[0, 0]
print("cat" if p > 0.5 else "dog")

# %% labels that are turned
train = keras.utils.image_dataset_from_directory("pets", label_mode="binary")  # the folders cats and dogs
train = train.map(lambda x, y: (x, 1 - y))
model.fit(train)
p = model.predict(picture)[0, 0]
print("cat" if p > 0.5 else "dog")
