# %% what add gives
model = Sequential()
model = model.add(layers.Dense(8))  # ← training/result-not-there
model.add(layers.Dense(1))

# %% one number
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
loss, error = model.evaluate(x, y)  # ← training/result-not-there

# %% two numbers
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae"])
loss, error = model.evaluate(x, y)

# %% several outputs
a = Input((3,))
model = Model(a, [layers.Dense(1)(a), layers.Dense(1)(a)])
model.compile("adam", "mse")
whole, first, second = model.evaluate(x, [y, z])

# %% another add
total = counter.add(layers.Dense(8))
model = Sequential()
model.add(layers.Dense(8))

# %% a layer that adds
x = layers.Add()([a, b])

# %% more numbers than the loss and the metrics
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x, y)
loss, accuracy, recall = model.evaluate(x, y)  # ← training/result-not-there

# %% fewer
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss="binary_crossentropy", metrics=["accuracy", keras.metrics.Recall()])
model.fit(x, y)
loss, accuracy = model.evaluate(x, y)  # ← training/result-not-there

# %% as many as there are, or all that are left
model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss="binary_crossentropy", metrics=["accuracy", keras.metrics.Recall()])
model.fit(x, y)
loss, accuracy, recall = model.evaluate(x, y)
loss, *rest = model.evaluate(x, y)

# %% a loss for each output
inputs = Input((8,))
outputs = [layers.Dense(1)(inputs), layers.Dense(1)(inputs)]
model = Model(inputs, outputs)
model.compile("adam", loss="mse", metrics=["mae", "mae"])
model.fit(x, [y, y])
loss, one, two, first, second = model.evaluate(x, [y, y])

# %% the history for the model
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
model = model.fit(x, y, epochs=3)  # ← training/result-not-there
print(model.predict(x))

# %% a model of scikit-learn gives itself
from sklearn.svm import SVC
model = SVC()
model = model.fit(x, y)
print(model.predict(x))

# %% the history is asked, and not its numbers
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
told = model.fit(x, y, epochs=3)
print(told["loss"])  # ← training/result-not-there
print(told.history["loss"])
numbers = model.fit(x, y, epochs=3).history
print(numbers["loss"])
