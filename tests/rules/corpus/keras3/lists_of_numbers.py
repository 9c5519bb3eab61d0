# %% inputs and targets
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit([[0, 0], [0, 1]], [0, 1], verbose=0)  # ← keras3/lists-of-numbers

# %% only the targets
x = np.zeros((3, 2))
y = [0.5, 1.5, 2.5]
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, verbose=0)  # ← keras3/lists-of-numbers

# %% made from an array
x, y = np.zeros((3, 2)), np.zeros(3)
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y.tolist(), verbose=0)  # ← keras3/lists-of-numbers

# %% a question
model = Sequential([Input((2,)), layers.Dense(1)])
print(model.predict([[0.5, 0.1]], verbose=0))  # ← keras3/lists-of-numbers

# %% one number in a list
model = Sequential([Input((1,)), layers.Dense(1)])
model.predict([10.0], verbose=0)  # ← keras3/lists-of-numbers

# %% a range
model = Sequential([Input((1,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.arange(5), list(range(5)), verbose=0)  # ← keras3/lists-of-numbers

# %% validation data
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.zeros((2, 2)), np.zeros(2), validation_data=([[1.0, 2.0]], [1.0]), verbose=0)  # ← keras3/lists-of-numbers

# %% arrays
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.array([[0, 0], [0, 1]]), np.array([0, 1]), verbose=0)
model.predict(np.array([[0.5, 0.1]]), verbose=0)
model.predict(tf.constant([[0.5, 0.1]]), verbose=0)

# %% lists of arrays
a, b = Input((2,)), Input((3,))
model = Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))
model.compile("adam", "mse")
model.fit([np.zeros((4, 2)), np.zeros((4, 3))], np.zeros(4), verbose=0)
single = Sequential([Input((2,)), layers.Dense(1)])
single.compile("adam", "mse")
single.fit([np.zeros((4, 2))], [np.zeros(4)], validation_data=[np.zeros((4, 2)), np.zeros(4)], verbose=0)

# %% lists that became arrays
rows, answers = [], []
for number in range(4):
    rows.append([number, 2 * number])
    answers.append(number)
model = Sequential([Input((2,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.array(rows), np.asarray(answers, dtype="float32"), verbose=0)
