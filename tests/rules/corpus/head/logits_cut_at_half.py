# %% squeezed, under a condition of NumPy
model = Sequential([Input((5,)), layers.Dense(32, activation="relu"), layers.Dense(1)])
model.compile("adam", losses.BinaryCrossentropy(from_logits=True))
model.fit(x, y, epochs=5)
scores = model.predict(x_test).squeeze()
decision = np.where(scores >= 0.5, 1, 0)  # ← head/logits-cut-at-half
also = (model.predict(x_test) > 0.5).astype("int32")  # ← head/logits-cut-at-half

# %% one by one, and with a bound under a name
model = Sequential([Input((5,)), layers.Dense(1, activation="linear")])
model.compile("adam", losses.BinaryCrossentropy(from_logits=True))
model.fit(x, y, epochs=5)
CUT = 0.5
for p in np.ravel(model.predict(x_test)):
    print("yes" if p > CUT else "no")  # ← head/logits-cut-at-half
named = ["yes" if p >= 0.5 else "no" for p in model.predict(x_test)[:, 0]]  # ← head/logits-cut-at-half
first = model.predict(x_test)[0][0]
if first < 0.5:  # ← head/logits-cut-at-half
    print("no")

# %% at 0, and after a sigmoid
model = Sequential([Input((5,)), layers.Dense(32, activation="relu"), layers.Dense(1)])
model.compile("adam", losses.BinaryCrossentropy(from_logits=True))
model.fit(x, y, epochs=5)
scores = model.predict(x_test).squeeze()
decision = scores > 0
likely = tf.sigmoid(model.predict(x_test)).numpy().ravel() > 0.5
likely = keras.ops.sigmoid(scores) > 0.5
likely = 1 / (1 + np.exp(-scores)) > 0.5
likely = 1 / (1 + np.exp(-model.predict(x_test))) > 0.5
likely = tf.nn.sigmoid(model(x_test)) > 0.5

# %% a model with the sigmoid put on
model = Sequential([Input((5,)), layers.Dense(1)])
model.compile("adam", losses.BinaryCrossentropy(from_logits=True))
model.fit(x, y, epochs=5)
whole = Sequential([model, layers.Activation("sigmoid")])
decision = whole.predict(x_test)[:, 0] > 0.5

# %% probabilities, and numbers that are no classes
model = Sequential([Input((5,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=5)
decision = model.predict(x_test)[:, 0] > 0.5
price = Sequential([Input((5,)), layers.Dense(1)])
price.compile("adam", "mse")
price.fit(x, y, epochs=5)
dear = price.predict(x_test).ravel() > 0.5
