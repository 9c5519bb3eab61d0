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

# %% the variables of outputs that have no names
a = Input((2,))
one, two = layers.Dense(1)(a), layers.Dense(1)(a)
model = Model(a, [one, two])
model.compile("sgd", loss={"one": "mse", "two": "mse"})  # ← shape/name-of-nothing
model.fit(np.zeros((4, 2)), [np.zeros((4, 1)), np.zeros((4, 1))])

# %% the name of the one output, which has none
a = Input((2,))
score = layers.Dense(1)(a)
model = Model(inputs=a, outputs=score)
model.compile("sgd", loss="mse")
model.fit(np.zeros((4, 2)), {"score": np.zeros((4, 1))})  # ← shape/name-of-nothing

# %% a metric for another output
a = Input((2,))
model = Model(a, [layers.Dense(1, name="one")(a), layers.Dense(1, name="two")(a)])
model.compile("sgd", loss="mse", metrics={"first": ["mae"]})  # ← shape/name-of-nothing
model.fit(np.zeros((4, 2)), [np.zeros((4, 1)), np.zeros((4, 1))])

# %% the names that Keras makes
keras.backend.clear_session()
a = Input((2,))
model = Model(a, [layers.Dense(1)(a), layers.Dense(1)(a)])
model.compile("sgd", loss={"dense": "mse", "dense_1": "mse"})
model.fit(np.zeros((4, 2)), [np.zeros((4, 1)), np.zeros((4, 1))])

# %% a layer of the author's, which may name itself
class Score(layers.Dense):
    def __init__(self):
        super().__init__(1, name="score")


a = Input((2,))
model = Model(a, Score()(a))
model.compile("sgd", loss={"score": "mse"})
model.fit(np.zeros((4, 2)), np.zeros((4, 1)))

# %% any name for the metrics of one output
a = Input((2,))
model = Model(a, layers.Dense(1, name="one")(a))
model.compile("sgd", loss="mse", metrics={"score": ["mae"]})
model.fit(np.zeros((4, 2)), np.zeros((4, 1)))
