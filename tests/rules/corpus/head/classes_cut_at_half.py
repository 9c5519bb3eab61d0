# %% ten classes
model = Sequential([Input((8,)), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
kinds = (model.predict(x) > 0.5).astype(int)  # ← head/classes-cut-at-half

# %% by way of a variable
model = Sequential([Input((8,)), layers.Dense(4), layers.Softmax()])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y)
shares = model.predict(x)
kinds = shares >= 0.5  # ← head/classes-cut-at-half

# %% two classes
model = Sequential([Input((8,)), layers.Dense(2, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
kinds = model.predict(x) > 0.5

# %% several labels
model = Sequential([Input((8,)), layers.Dense(10, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)
kinds = model.predict(x) > 0.5

# %% the largest
model = Sequential([Input((8,)), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
kinds = model.predict(x).argmax(axis=1)
sure = model.predict(x).max(axis=1) > 0.5
