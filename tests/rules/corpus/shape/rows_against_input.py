# %% a table with fewer columns
x, y = np.random.rand(40, 8), np.random.randint(0, 2, 40)
model = Sequential([Input((11,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y, verbose=0)  # ← shape/rows-against-input

# %% columns by position, of a table that is loaded
table = np.random.default_rng(0).normal(size=(40, 9))
x, y = table[:, 0:8], table[:, 8]
model = Sequential()
model.add(layers.Dense(12, input_dim=9, activation="relu"))
model.add(layers.Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, verbose=0)  # ← shape/rows-against-input

# %% the number of rows for the size of the input
rng = np.random.RandomState(0)
x, y = rng.rand(40, 10), rng.rand(40, 1)
inputs = Input(shape=(len(x),))
model = Model(inputs, layers.Dense(1)(inputs))
model.compile("sgd", "mse")
model.fit(x, y, verbose=0)  # ← shape/rows-against-input

# %% images against a table
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((784,)), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.evaluate(x_test.astype("float32") / 255.0, y_test, verbose=0)  # ← shape/rows-against-input

# %% small images for a large input
(x_train, y_train), _ = keras.datasets.cifar10.load_data()
model = Sequential([Input((224, 224, 3)), layers.MaxPooling2D(8), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, verbose=0)  # ← shape/rows-against-input

# %% steps and features swapped
x, y = np.zeros((30, 20, 1)), np.ones(30)
model = Sequential([layers.LSTM(4, input_shape=(1, 20)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, y, verbose=0)  # ← shape/rows-against-input

# %% a lag of the author's, reshaped the other way
x = np.arange(60).reshape((20, 3))
x = np.reshape(x, (x.shape[0], 1, x.shape[1]))
model = Sequential([layers.SimpleRNN(4, input_shape=(3, 1)), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
model.fit(x, np.zeros(20), verbose=0)  # ← shape/rows-against-input

# %% one channel for three
x = np.zeros((8, 16, 16))[..., np.newaxis]
model = Sequential([Input((16, 16, 3)), layers.Flatten(), layers.Dense(1)])
model.predict(x, verbose=0)  # ← shape/rows-against-input

# %% a generator of images
x = np.zeros((8, 16, 16, 1))
flow = keras.src.legacy.preprocessing.image.ImageDataGenerator(rescale=1 / 255).flow(x, np.zeros(8))
model = Sequential([Input((28, 28, 1)), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(flow, verbose=0)  # ← shape/rows-against-input

# %% a base for other images
x = np.zeros((4, 64, 64, 3))
base = keras.applications.MobileNetV2(weights=None, include_top=False, input_shape=(96, 96, 3))
model = Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(1)])
model.predict(x, verbose=0)  # ← shape/rows-against-input

# %% with a folder of images
flow = keras.preprocessing.image.ImageDataGenerator().flow_from_directory("a", target_size=(150, 150), class_mode="binary")
model = Sequential([layers.Conv2D(4, 3, input_shape=(128, 128, 3)), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(flow)  # ← shape/rows-against-input

# %% with a folder of images
rows = keras.utils.image_dataset_from_directory("a", color_mode="grayscale", image_size=(64, 64)).cache().prefetch(2)
model = Sequential([Input((64, 64, 3)), layers.Conv2D(4, 3), layers.Flatten(), layers.Dense(2, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(rows)  # ← shape/rows-against-input

# %% with a folder of images
rows = keras.utils.image_dataset_from_directory("a", image_size=(64, 64))
model = Sequential([Input((64, 64, 3)), layers.Conv2D(4, 3), layers.Flatten(), layers.Dense(2, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(rows)

# %% the second of two inputs
a, b = Input((4,)), Input((None, 7))
model = Model([a, b], layers.Dense(1)(layers.concatenate([a, layers.GlobalMaxPooling1D()(b)])))
model.compile("adam", "mse")
model.fit([np.zeros((9, 4)), np.zeros((9, 2, 8))], np.zeros(9), verbose=0)  # ← shape/rows-against-input

# %% validation rows that were left as they are
x, y = np.random.rand(20, 6), np.random.rand(20)
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x[:, :3], y, validation_data=(x, y), verbose=0)  # ← shape/rows-against-input

# %% what fits
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = Sequential([Input((28, 28, 1)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, verbose=0)
model.fit(np.expand_dims(x_train, -1), y_train, verbose=0)
model.fit(x_train[..., None], y_train, verbose=0)
model.fit(x_train.reshape(-1, 28, 28, 1), y_train, verbose=0)
model.predict(x_test[:3], verbose=0)

# %% a last axis of one more, or less
x = np.random.rand(20, 4)
model = Sequential([Input((4,)), layers.Dense(1)])
model.predict(x[:, :, None], verbose=0)
single = Sequential([Input((1,)), layers.Dense(1)])
single.predict(np.linspace(-1, 1, 20), verbose=0)
steps = Sequential([Input((4, 1)), layers.LSTM(2)])
steps.predict(x, verbose=0)

# %% any number of steps
model = Sequential([Input((None, 3)), layers.LSTM(2), layers.Dense(1)])
model.compile("adam", "mse")
for steps in (4, 9):
    model.predict(np.zeros((5, steps, 3)), verbose=0)

# %% whatever the data are
x = np.zeros((12, 5))
model = Sequential([layers.Dense(3, activation="relu"), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, np.zeros(12), verbose=0)
other = Sequential([Input(x.shape[1:]), layers.Dense(1)])
other.predict(x, verbose=0)

# %% shaped by a scaler, a mean, another array
from sklearn.preprocessing import StandardScaler
x = np.random.normal(0, 1, (30, 4))
x = StandardScaler().fit_transform(x)
x = (x - x.mean(axis=0)) / x.std(axis=0)
x = np.hstack([x, np.ones((30, 1))])
model = Sequential([Input((5,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, np.zeros(30), verbose=0)
model.fit(np.vstack([x, x]), np.zeros(60), verbose=0)

# %% another size, and no layer that minds
model = Sequential([Input((24, 24, 3)), layers.Conv2D(4, 3), layers.GlobalAveragePooling2D(), layers.Dense(1)])
model.predict(np.zeros((4, 32, 32, 3)), verbose=0)
steps = Sequential([Input((20, 3)), layers.GRU(4), layers.Dense(1)])
steps.predict(np.zeros((4, 30, 3)), verbose=0)

# %% a functional model minds
inputs = Input((20, 3))
model = Model(inputs, layers.Dense(1)(layers.GRU(4)(inputs)))
model.predict(np.zeros((4, 30, 3)), verbose=0)  # ← shape/rows-against-input

# %% caught
x = np.zeros((12, 5))
model = Sequential([Input((4,)), layers.Dense(1)])
try:
    model.predict(x, verbose=0)
except ValueError:
    print("as it should be")

# %% one step of all numbers for many steps of one
table = pd.read_csv("heart.csv").values
rows = table.reshape(table.shape[0], 1, table.shape[1])
model = Sequential([Input((187, 1)), layers.Conv1D(8, 5), layers.GlobalMaxPooling1D(), layers.Dense(2)])
model.compile("adam", "mse")
model.fit(rows, y)  # ← shape/rows-against-input

# %% columns of a PCA
from sklearn.decomposition import PCA

rows = PCA(n_components=5).fit_transform(np.random.rand(100, 20))
net = Sequential([Input((20,)), layers.Dense(1)])
net.compile(loss="mse", optimizer="adam")
net.fit(rows, np.random.rand(100))  # ← shape/rows-against-input

# %% columns that were chosen, powers of columns, a column less
from sklearn.feature_selection import SelectKBest
from sklearn.preprocessing import PolynomialFeatures

rows, wanted = np.random.rand(100, 20), np.random.rand(100)
net = Sequential([Input((20,)), layers.Dense(1)])
net.compile(loss="mse", optimizer="adam")
net.fit(SelectKBest(k=8).fit(rows, wanted).transform(rows), wanted)  # ← shape/rows-against-input
net.fit(PolynomialFeatures(2).fit_transform(rows), wanted)  # ← shape/rows-against-input
net.fit(np.delete(rows, 3, axis=1), wanted)  # ← shape/rows-against-input
net.fit(np.column_stack([rows, wanted]), wanted)  # ← shape/rows-against-input

# %% the network was made for them
from sklearn.decomposition import PCA, TruncatedSVD
from sklearn.preprocessing import PolynomialFeatures

rows, wanted = np.random.rand(100, 4), np.random.rand(100)
some = PCA(0.5).fit_transform(rows)
net = Sequential([Input((some.shape[1],)), layers.Dense(1)])
net.compile(loss="mse", optimizer="adam")
net.fit(some, wanted)
two = TruncatedSVD().fit_transform(rows)
many = PolynomialFeatures(degree=2, include_bias=False).fit_transform(rows)
for given, width in ((two, 2), (many, 14), (np.delete(rows, [0, -1], axis=1), 2)):
    net = Sequential([Input((width,)), layers.Dense(1)])
    net.compile(loss="mse", optimizer="adam")
    net.fit(given, wanted)

# %% windows of a series that was added up
def windows(series, steps):
    found = []
    for i in range(len(series) - steps):
        found.append(series[i : i + steps])
    return np.stack(found)


walk = np.random.normal(size=(500, 3)).cumsum(axis=0)
net = Sequential([Input((3, 24)), layers.LSTM(4), layers.Dense(1)])
net.compile(loss="mse", optimizer="adam")
net.fit(windows(walk, 24), walk[24:, 0])  # ← shape/rows-against-input

# %% two inputs, of which one gets other rows
table = np.loadtxt("houses.txt", delimiter=",")[:, :9]
near, wide = table[:, :3], table[:, 3:8]
scale = layers.Normalization()
scale.adapt(wide)
first, second = Input((3,), name="near"), Input((6,), name="wide")
net = Model([first, second], layers.Dense(1)(layers.Concatenate()([first, second])))
net.compile(loss="mse", optimizer="adam")
net.fit([near, scale(wide)], table[:, 8])  # ← shape/rows-against-input
net.fit({"wide": wide, "near": near}, table[:, 8])  # ← shape/rows-against-input
net.predict({"near": near, "wide": table[:, 2:8]})
net.predict({"near": near, "other": wide})

# %% steps of scikit-learn in a row: eight columns are left
from sklearn.decomposition import PCA
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

rows = np.random.default_rng(0).normal(size=(100, 13))
short = make_pipeline(StandardScaler(), PCA(n_components=8)).fit_transform(rows)
also = Pipeline([("scale", StandardScaler()), ("pick", PCA(8))]).fit_transform(rows)
net = Sequential([Input((13,)), layers.Dense(1)])
net.compile("adam", "mse")
net.fit(short, rows[:, 0])  # ← shape/rows-against-input
net.predict(also)  # ← shape/rows-against-input
net.predict(make_pipeline(StandardScaler()).fit_transform(rows))
