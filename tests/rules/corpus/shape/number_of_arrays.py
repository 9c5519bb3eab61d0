# %% two targets for one output
x, a, b = np.random.rand(100, 4), np.random.rand(100), np.random.rand(100, 1)
model = Sequential([Input((4,)), layers.Dense(2)])
model.compile("adam", "mse")
model.fit(x, y=[a, b], epochs=2)  # ← shape/number-of-arrays

# %% two inputs for one
x, z, y = np.random.rand(100, 4), np.random.rand(100, 4), np.random.rand(100)
one = Input((4,))
model = Model(one, layers.Dense(1)(one))
model.compile("adam", "mse")
model.fit([x, z], y)  # ← shape/number-of-arrays

# %% two outputs
x, a, b = np.random.rand(100, 4), np.random.rand(100), np.random.rand(100)
one = Input((4,))
model = Model(one, [layers.Dense(1)(one), layers.Dense(1)(one)])
model.compile("adam", "mse")
model.fit(x, [a, b])

# %% one array in a list
x, y = np.random.rand(100, 4), np.random.rand(100)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit([x], [y])

# %% two inputs
x, z, y = np.random.rand(100, 4), np.random.rand(100, 4), np.random.rand(100)
left, right = Input((4,)), Input((4,))
model = Model([left, right], layers.Dense(1)(layers.Add()([left, right])))
model.compile("adam", "mse")
model.fit([x, z], y)

# %% two inputs, one array
a, b = Input((10,)), Input((5,))
model = Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))
model.compile("adam", "mse")
model.fit(np.zeros((100, 15)), np.zeros(100))  # ← shape/number-of-arrays

# %% other cells
model = Sequential([Input((4,)), layers.Dense(2)])
model.compile("adam", "mse")
model.fit(x_train, [left_train, right_train])  # ← shape/number-of-arrays

# %% two inputs in a pipeline
a, b = Input((10,)), Input((5,))
model = Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))
model.compile("adam", "mse")
model.fit(tf.data.Dataset.from_tensor_slices((np.zeros((100, 15)), np.zeros(100))).map(lambda x, y: ((x[:10], x[10:]), y)).batch(8))

# %% three arrays for two inputs
a, b = Input((2,)), Input((3,))
model = Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))
model.compile("sgd", "mse")
model.fit([np.zeros((4, 2)), np.zeros((4, 3)), np.zeros((4, 3))], np.zeros((4, 1)))  # ← shape/number-of-arrays

# %% two arrays for two inputs
a, b = Input((2,)), Input((3,))
model = Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))
model.compile("sgd", "mse")
model.fit([np.zeros((4, 2)), np.zeros((4, 3))], np.zeros((4, 1)))

# %% with a folder of images
from tensorflow.keras.preprocessing.image import ImageDataGenerator
photos = ImageDataGenerator().flow_from_directory("photos", target_size=(8, 8), batch_size=4)
i = Input((8, 8, 3))
x = layers.Flatten()(i)
model = Model(i, [layers.Dense(2, activation="softmax")(x), layers.Dense(2, activation="softmax")(x)])
model.compile("sgd", "categorical_crossentropy")
model.fit(photos)  # ← shape/number-of-arrays
