# %% a picture, in a function of its own
import cv2


def train(path):
    (x_train, y_train), _ = keras.datasets.cifar10.load_data()
    x_train = x_train.astype("float32")
    mean_image = np.mean(x_train, axis=0)
    x_train -= mean_image
    x_train /= 128
    model = build()
    model.compile("adam", "sparse_categorical_crossentropy")
    model.fit(x_train, y_train, epochs=20)
    model.save(path)


def classify(path, name):
    image = cv2.resize(cv2.imread(name), (32, 32)).astype("float32")
    mean_image = np.mean(image, axis=0)
    image -= mean_image  # ← scaling/row-scaled-by-itself
    image /= 128
    return keras.models.load_model(path).predict(np.expand_dims(image, axis=0))

# %% by a helper that only the question uses
x_train = (x_train - x_train.mean(axis=0)) / x_train.std(axis=0)
model.fit(x_train, y_train, epochs=20)


def prepare(path):
    image = np.asarray(keras.utils.load_img(path), "float32")
    return (image - image.mean()) / image.std()  # ← scaling/row-scaled-by-itself


picture = prepare("cat.png")
print(model.predict(picture[np.newaxis, ...]))

# %% a scaler for one row
from sklearn.preprocessing import MinMaxScaler, StandardScaler

scaler = StandardScaler()
model.fit(scaler.fit_transform(x_train), y_train)
question = np.array([[5.1, 3.5, 1.4]])
print(model.predict(scaler.fit_transform(question)))  # ← scaling/row-scaled-by-itself
other = MinMaxScaler().fit_transform(rows[7].reshape(1, -1))  # ← scaling/row-scaled-by-itself
print(model.predict(other))

# %% a generator takes the mean of all
from keras.preprocessing.image import ImageDataGenerator

maker = ImageDataGenerator(featurewise_center=True, horizontal_flip=True)
maker.fit(x_train)
model.fit(maker.flow(x_train, y_train), epochs=10)
picture = picture - np.mean(picture)  # ← scaling/row-scaled-by-itself
print(model.predict(np.array([picture])))

# %% the mean of the training rows
mean_image = np.mean(x_train, axis=0)
x_train -= mean_image
model.fit(x_train, y_train)


def classify(image):
    image = image.astype("float32")
    image -= mean_image
    return model.predict(image[None])

# %% each picture by itself, in the training as well
def prepare(image):
    return image - image.mean()


x_train = np.array([prepare(image) for image in images])
model.fit(x_train, y_train)
print(model.predict(np.expand_dims(prepare(picture), 0)))

# %% each row by itself, by hand
x_train = x_train - x_train.mean(axis=1, keepdims=True)
model.fit(x_train, y_train)
row = row - row.mean()
print(model.predict(row.reshape(1, -1)))

# %% the same scaler for one row, a column, and one norm for a row
from sklearn.preprocessing import MinMaxScaler, Normalizer

scaler = MinMaxScaler()
model.fit(scaler.fit_transform(x_train), y_train)
print(model.predict(scaler.transform(np.array([[5.1, 3.5, 1.4]]))))
print(model.predict(scaler.fit_transform(series.reshape(-1, 1))))
print(model.predict(Normalizer().fit_transform([[5.1, 3.5, 1.4]])))

# %% many pictures, and a picture that is only shown
x_train -= x_train.mean(axis=0)
model.fit(x_train, y_train)
x_test -= x_test.mean(axis=0)
print(model.predict(x_test))
answer = model.predict(np.expand_dims(picture, 0))
shown = answer[0] - answer[0].mean()
