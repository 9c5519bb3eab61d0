# %% of many rows
x, y = np.random.rand(100, 4), np.random.randint(0, 3, 100)
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
print(np.argmax(model.predict(x)) == y)  # ← head/argmax-over-rows

# %% along the rows
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
guess = model.predict(x).argmax(axis=0)  # ← head/argmax-over-rows

# %% one row
x = np.array([[1.0, 2.0, 3.0, 4.0]])
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
print(np.argmax(model.predict(x)))

# %% nobody knows how many
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
print(np.argmax(model.predict(x)))

# %% each row
x = np.random.rand(100, 4)
model = Sequential([Input((4,)), layers.Dense(3, activation="softmax")])
print(np.argmax(model.predict(x), axis=-1), np.argmax(model.predict(x), axis=1))

# %% the largest answer of a regression
x = np.random.rand(100, 4)
model = Sequential([Input((4,)), layers.Dense(1)])
print(np.argmax(model.predict(x)))
