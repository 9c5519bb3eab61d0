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
