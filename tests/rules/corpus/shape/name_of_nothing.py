# %% data for another input
a, b = Input((2,), name="a"), Input((3,), name="b")
model = Model([a, b], layers.Dense(1, name="score")(layers.concatenate([a, b])))
model.compile("sgd", "mse")
model.fit({"a": np.zeros((4, 2)), "c": np.zeros((4, 3))}, np.zeros((4, 1)))  # ← shape/name-of-nothing

# %% targets for another output
a = Input((2,))
model = Model(a, [layers.Dense(1, name="one")(a), layers.Dense(1, name="two")(a)])
model.compile("sgd", {"one": "mse", "two": "mse"})
model.fit(np.zeros((4, 2)), {"one": np.zeros((4, 1)), "three": np.zeros((4, 1))})  # ← shape/name-of-nothing

# %% a loss for another output
a = Input((2,))
model = Model(a, [layers.Dense(1, name="one")(a), layers.Dense(1, name="two")(a)])
model.compile("sgd", {"one": "mse", "three": "mse"})  # ← shape/name-of-nothing
model.fit(np.zeros((4, 2)), [np.zeros((4, 1)), np.zeros((4, 1))])

# %% asked for an answer
a = Input((2,), name="a")
model = Model(a, layers.Dense(1)(a))
model.predict({"rows": np.zeros((4, 2))})  # ← shape/name-of-nothing

# %% the right names, and more data than inputs
a, b = Input((2,), name="a"), Input((3,), name="b")
model = Model([a, b], layers.Dense(1, name="score")(layers.concatenate([a, b])))
model.compile("sgd", "mse")
model.fit({"a": np.zeros((4, 2)), "b": np.zeros((4, 3)), "c": np.zeros((4, 3))}, np.zeros((4, 1)))

# %% keys of the model's own
a, b = Input((2,), name="a"), Input((3,), name="b")
model = Model({"left": a, "right": b}, layers.Dense(1)(layers.concatenate([a, b])))
model.compile("sgd", "mse")
model.fit({"left": np.zeros((4, 2)), "right": np.zeros((4, 3))}, np.zeros((4, 1)))

# %% outputs in a dictionary
a = Input((2,), name="a")
model = Model(a, {"x": layers.Dense(1, name="one")(a), "y": layers.Dense(1, name="two")(a)})
model.compile("sgd", {"x": "mse", "y": "mse"})
model.fit(np.zeros((4, 2)), {"x": np.zeros((4, 1)), "y": np.zeros((4, 1))})

# %% targets by the right names
a = Input((2,), name="a")
model = Model(a, [layers.Dense(1, name="one", activation="relu")(a), layers.Dense(1, name="two")(a)])
model.compile("sgd", {"one": "mse", "two": "mse"})
model.fit({"a": np.zeros((4, 2))}, {"one": np.zeros((4, 1)), "two": np.zeros((4, 1))})
