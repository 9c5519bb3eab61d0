# %% yes or no
model = Sequential([Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)])  # ← head/linear-on-binary-loss
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% per pixel
model = Sequential([Input((32, 32, 3)), layers.Conv2D(8, 3, padding="same"), layers.ReLU(), layers.Conv2D(1, 1)])  # ← head/linear-on-binary-loss
model.compile(loss=losses.BinaryCrossentropy(), optimizer="adam")

# %% one of two outputs
inputs = Input((4,))
a = layers.Dense(1, name="a")(inputs)  # ← head/linear-on-binary-loss
b = layers.Dense(1, name="b")(inputs)
model = Model(inputs, {"a": a, "b": b})
model.compile(loss={"a": "binary_crossentropy", "b": "mse"}, optimizer="adam")

# %% a ReLU, one by one
model = Sequential()
model.add(layers.Dense(8, input_dim=4, activation="relu"))
model.add(layers.Dense(5))
model.add(layers.Activation("relu"))  # ← head/linear-on-binary-loss
model.compile("adam", "binary_focal_crossentropy")

# %% a partial function
from functools import partial
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss=partial(losses.binary_crossentropy, from_logits=True), optimizer="adam")

# %% logits
model = Sequential([Input((4,)), layers.Dense(1)])
model.compile(loss=losses.BinaryCrossentropy(from_logits=True), optimizer="adam")

# %% probabilities
model = Sequential([Input((4,)), layers.Dense(1), layers.Activation("sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% sigmoid as a function
inputs = Input((4,))
model = Model(inputs, keras.ops.sigmoid(layers.Dense(1)(inputs)))
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% a distance, made probable elsewhere
a, b = Input((4,)), Input((4,))
branch = layers.Dense(8)
distance = layers.Lambda(lambda pair: tf.exp(-tf.abs(pair[0] - pair[1])))([branch(a), branch(b)])
model = Model([a, b], distance)
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% one way or the other
model = Sequential([Input((4,)), layers.Dense(1)])
if flag:
    model.compile(loss="binary_crossentropy", optimizer="adam")
else:
    model.compile(loss="mse", optimizer="adam")

# %% a tanh goes below 0
model = Sequential([Input((4,)), layers.Dense(1, activation="tanh")])  # ← head/linear-on-binary-loss
model.compile("adam", "binary_crossentropy")
