# %% other names
old = Sequential([Input((8,)), layers.Dense(16, name="first"), layers.Dense(3, name="kinds")])
old.save_weights("old.h5")
new = Sequential([Input((8,)), layers.Dense(16, name="hidden"), layers.Dense(5, name="answer")])
new.load_weights("old.h5", by_name=True)  # ← training/weights-of-other-names

# %% the whole model, with layers that have no weights
a = Input((28, 28, 1))
b = layers.MaxPooling2D()(layers.Conv2D(4, 3, name="conv_a")(a))
old = Model(a, layers.Dense(3, name="out_a")(layers.Flatten()(b)))
old.save("old.h5")
a = Input((28, 28, 1))
b = layers.MaxPooling2D()(layers.Conv2D(4, 3, name="block")(a))
new = Model(a, layers.Dense(5, name="head")(layers.Flatten()(b)))
new.load_weights("old.h5", by_name=True)  # ← training/weights-of-other-names

# %% all but the last
old = Sequential([Input((8,)), layers.Dense(16, name="first"), layers.Dense(3, name="kinds")])
old.save_weights("old.h5")
new = Sequential([Input((8,)), layers.Dense(16, name="first"), layers.Dense(5, name="answer")])
new.load_weights("old.h5", by_name=True)

# %% in order
old = Sequential([Input((8,)), layers.Dense(16, name="first"), layers.Dense(3, name="kinds")])
old.save_weights("old.weights.h5")
new = Sequential([Input((8,)), layers.Dense(16, name="hidden"), layers.Dense(3, name="answer")])
new.load_weights("old.weights.h5")

# %% a file of others
new = Sequential([Input((8,)), layers.Dense(16, name="hidden"), layers.Dense(5, name="answer")])
new.load_weights("theirs.h5", by_name=True)

# %% names that Keras chooses
old = Sequential([Input((8,)), layers.Dense(16), layers.Dense(3, name="kinds")])
old.save_weights("old.h5")
new = Sequential([Input((8,)), layers.Dense(16), layers.Dense(5, name="answer")])
new.load_weights("old.h5", by_name=True)
