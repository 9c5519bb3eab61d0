# %% two generators, one of them fitted
from keras.preprocessing.image import ImageDataGenerator
maker = ImageDataGenerator(featurewise_center=True)
other = ImageDataGenerator(featurewise_std_normalization=True, zoom_range=0.2)
maker.fit(x)
model.fit(maker.flow(x, y), validation_data=other.flow(a, b))  # ← scaling/statistics-never-taken

# %% in one line
from keras.preprocessing.image import ImageDataGenerator
rows = ImageDataGenerator(zca_whitening=True).flow(x, y)  # ← scaling/statistics-never-taken

# %% fitted
from keras.preprocessing.image import ImageDataGenerator
maker = ImageDataGenerator(featurewise_center=True)
maker.fit(x)
model.fit(maker.flow(x, y))

# %% no statistics
from keras.preprocessing.image import ImageDataGenerator
maker = ImageDataGenerator(samplewise_center=True, featurewise_center=False)
model.fit(maker.flow(x, y))

# %% a mean of the author's
from keras.preprocessing.image import ImageDataGenerator
maker = ImageDataGenerator(featurewise_center=True)
maker.mean = np.array([103.9, 116.8, 123.7])
model.fit(maker.flow(x, y))

# %% fitted by a function
from keras.preprocessing.image import ImageDataGenerator
maker = ImageDataGenerator(featurewise_center=True)
prepare(maker, x)
model.fit(maker.flow(x, y))

# %% layers that are never adapted
def build(normalize=True):
    net = Sequential([Input((28, 28)), layers.Flatten()])
    if normalize:
        net.add(layers.Normalization())  # ← scaling/statistics-never-taken
    net.add(layers.Dense(10, activation="softmax"))
    return net


words = layers.TextVectorization(max_tokens=1000)  # ← scaling/statistics-never-taken
for _ in range(2):
    net = build()
    net.compile("adam", "sparse_categorical_crossentropy")
    net.fit(x, y)

# %% one of two is adapted
other = layers.Normalization()  # ← scaling/statistics-never-taken
last = layers.Normalization()
last.adapt(x)
net = Sequential([Input((4,)), other, last, layers.Dense(1)])
net.compile("adam", "mse")
net.fit(x, y)

# %% layers that are adapted, or told
scale = layers.Normalization()
scale.adapt(x)
told = layers.Normalization(mean=3.0, variance=2.0)
words = layers.StringLookup(vocabulary=["a", "b"])
net = Sequential([Input((4,)), told, scale, layers.Dense(1)])
net.compile("adam", "mse")
net.fit(x, y)

# %% adapted through the model, or by a function
def prepare(layer, rows):
    layer.adapt(rows)


net = Sequential([Input((4,)), layers.Normalization(), layers.Dense(1)])
prepare(net.layers[0], x)
net.compile("adam", "mse")
net.fit(x, y)

# %% the numbers come with the weights
net = Sequential([Input((4,)), layers.Normalization(), layers.Dense(1)])
net.load_weights("net.weights.h5")
print(net.predict(x))
