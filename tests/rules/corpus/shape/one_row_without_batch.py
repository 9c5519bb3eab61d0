# %% the first row
x = np.random.rand(50, 4)
model = Sequential([Input((4,)), layers.Dense(3, activation="relu"), layers.Dense(1)])
print(model.predict(x[0]))  # ← shape/one-row-without-batch

# %% a row by hand
model = Sequential([layers.Dense(1, input_shape=(3,))])
model.predict(np.array([0.2, 0.1, 0.9]))  # ← shape/one-row-without-batch

# %% an image of the test rows
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_test = x_test / 255
model = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation="softmax")])
image = x_test[2]
print(np.argmax(model.predict(image)))  # ← shape/one-row-without-batch

# %% an image of three channels, on the model itself
image = np.zeros((16, 16, 3))
model = Sequential([Input((16, 16, 3)), layers.Flatten(), layers.Dense(1)])
model(image)  # ← shape/one-row-without-batch

# %% a series
series = np.zeros((20, 30, 2))
model = Sequential([layers.LSTM(3, input_shape=(30, 2)), layers.Dense(1)])
model.predict_on_batch(series[-1])  # ← shape/one-row-without-batch

# %% a pipeline without batches
rows = tf.data.Dataset.from_tensor_slices((np.random.rand(50, 4), np.zeros(50))).shuffle(50)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(rows, verbose=0)  # ← shape/one-row-without-batch

# %% a pipeline of batches
rows = tf.data.Dataset.from_tensor_slices((np.random.rand(50, 4), np.zeros(50)))
rows = rows.map(lambda x, y: (x / 2, y)).batch(10)
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(rows, verbose=0)
model.evaluate(rows, verbose=0)

# %% a batch of one row
x = np.random.rand(50, 4)
model = Sequential([Input((4,)), layers.Dense(1)])
model.predict(x[:1])
model.predict(x[0:1])
model.predict(x[None, 0])
model.predict(x[0][None])
model.predict(x[0][np.newaxis, :])
model.predict(x[0].reshape(1, -1))
model.predict(np.expand_dims(x[0], 0))
model.predict(np.expand_dims(x[0], axis=0))
model.predict(np.array([x[0]]))
model.predict(np.array([[0.2, 0.1, 0.9, 0.4]]))
model(x[:1])

# %% a vector for an input of one number
model = Sequential([Input((1,)), layers.Dense(1)])
model.predict(np.array([0.2, 0.1, 0.9]))
model.predict(np.random.rand(8, 1)[0])

# %% columns of one
model = Sequential([Input((4, 1)), layers.Conv1D(2, 2), layers.Flatten(), layers.Dense(1)])
model.predict(np.zeros((9, 4)))

# %% rows that nobody knows
def answer(model, row):
    return model.predict(row)

model = Sequential([Input((4,)), layers.Dense(1)])
answer(model, np.zeros((2, 4)))

# %% other rules speak of these
table = pd.read_csv("sensor.csv")
x, y = table[["a", "b"]].values, table["c"].values
model = Sequential([layers.Conv1D(4, 2, padding="same", input_shape=x.shape), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
model.evaluate(x, y)
