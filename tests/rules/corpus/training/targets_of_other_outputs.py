# %% a list, by columns
age = table["age"].to_numpy("float32") / 100
gender = table["gender"].to_numpy("float32")
age_tr, gen_tr = age[:n], gender[:n]
inputs = Input((16,))
h = layers.Dense(64, activation="relu")(inputs)
age_out = layers.Dense(1, name="age")(h)
gen_out = layers.Dense(1, activation="sigmoid", name="gender")(h)
model = Model(inputs, [age_out, gen_out])
model.compile("adam", loss=["mae", "binary_crossentropy"])
model.fit(x, [gen_tr, age_tr], epochs=3)  # ← training/targets-of-other-outputs
gender_p, age_p = model.predict(x)  # ← training/targets-of-other-outputs

# %% keys of others
inputs = Input((16,))
price = layers.Dense(1)(inputs)
rooms = layers.Dense(1)(inputs)
model = Model(inputs=inputs, outputs=[price, rooms])
model.compile("adam", "mse")
model.fit(x, {"price": y_rooms, "rooms": y_price}, epochs=3)  # ← training/targets-of-other-outputs

# %% as validation data
x_train, x_val, colour_train, colour_val, shape_train, shape_val = train_test_split(x, colours, shapes)
inputs = Input((16,))
colour = layers.Dense(3, activation="softmax", name="colour")(inputs)
shape = layers.Dense(3, activation="softmax", name="shape_kind")(inputs)
model = Model(inputs, [colour, shape])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train, [colour_train, shape_train], validation_data=(x_val, [shape_val, colour_val]))  # ← training/targets-of-other-outputs

# %% in their order
inputs = Input((16,))
age_out = layers.Dense(1, name="age")(inputs)
gen_out = layers.Dense(1, activation="sigmoid", name="gender")(inputs)
model = Model(inputs, [age_out, gen_out])
model.compile("adam", loss=["mae", "binary_crossentropy"])
model.fit(x, [age_tr, gen_tr], validation_data=(z, {"gender": gen_te, "age": age_te}))
age_p, gen_p = model.predict(x)

# %% names that tell nothing
inputs = Input((16,))
model = Model(inputs, [layers.Dense(1, name="first")(inputs), layers.Dense(1, name="second")(inputs)])
model.compile("adam", "mse")
model.fit(x, [y2, y1])

# %% a target that is made of both
inputs = Input((16,))
model = Model(inputs, [layers.Dense(1, name="speed")(inputs), layers.Dense(1, name="power")(inputs)])
model.compile("adam", "mse")
model.fit(x, [power * 2 - speed, power])
model.fit(x, [table[["power"]], table[["power"]]])

# %% a dictionary of outputs
inputs = Input((16,))
model = Model(inputs, {"speed": layers.Dense(1)(inputs), "power": layers.Dense(1)(inputs)})
model.compile("adam", "mse")
model.fit(x, {"power": power, "speed": speed})

# %% by a function, of heads that are told their names
def make_targets(ages, genders):
    return [genders.reshape(-1, 1), ages.reshape(-1, 1)]  # ← training/targets-of-other-outputs


def head(x, name, activation):
    h = layers.Dense(64, activation="relu")(x)
    return layers.Dense(1, activation=activation, name=name)(h)


def build():
    inputs = Input((16,))
    first = head(inputs, "age", "linear")
    second = head(inputs, "gender", "sigmoid")
    model = Model(inputs, [first, second])
    model.compile("adam", loss=["mse", "binary_crossentropy"])
    return model


def main():
    x, ages, genders = load("faces")
    model = build()
    model.fit(x[:n], make_targets(ages[:n], genders[:n]), validation_data=(x[n:], make_targets(ages[n:], genders[n:])))

# %% by the map of a data set, of heads from a list of names
def pair(image, depth, normal):
    return image, (normal, depth)  # ← training/targets-of-other-outputs


inputs = Input((32, 32, 3))
outs = [layers.Conv2D(3, 3, padding="same", name=name)(inputs) for name in ("depth", "normal")]
model = Model(inputs, outs)
model.compile("adam", "mse")
model.fit(tf.data.Dataset.from_tensor_slices((images, depths, normals)).map(pair).batch(8), epochs=3)

# %% by a data set, and by a generator
inputs = Input((16,))
price = layers.Dense(1, name="price")(inputs)
rooms = layers.Dense(1, name="rooms")(inputs)
model = Model(inputs, [price, rooms])
model.compile("adam", "mse")


def batches():
    while True:
        rows = rng.choice(n, 32)
        yield x[rows], [y_rooms[rows], y_price[rows]]  # ← training/targets-of-other-outputs


ds = tf.data.Dataset.from_tensor_slices((x, (y_rooms, y_price))).shuffle(999).batch(32)  # ← training/targets-of-other-outputs
model.fit(ds, epochs=3)
model.fit(batches(), steps_per_epoch=9)

# %% by a function, in their order
def make_targets(ages, genders):
    return [ages.reshape(-1, 1), genders.reshape(-1, 1)]


def pair(image, row):
    return image, (row["age"], row["gender"])


def batches():
    while True:
        yield x[:32], (ages[:32], genders[:32])


inputs = Input((16,))
age = layers.Dense(1, name="age")(inputs)
gender = layers.Dense(1, name="gender")(inputs)
model = Model(inputs, [age, gender])
model.compile("adam", "mse")
model.fit(x, make_targets(ages, genders))
model.fit(tf.data.Dataset.from_tensor_slices((x, table)).map(pair).batch(8))
model.fit(batches(), steps_per_epoch=9)

# %% a function whose arguments are told the other way round as well
def make_targets(genders, ages):
    return [genders, ages]


inputs = Input((16,))
age = layers.Dense(1, name="age")(inputs)
gender = layers.Dense(1, name="gender")(inputs)
model = Model(inputs, [age, gender])
model.compile("adam", "mse")
model.fit(x, make_targets(y_age, y_gender))

# %% a function with two ends, and a map by names
def targets_of(table):
    if small:
        return [table["gender"], table["age"]]
    return [table["age"], table["gender"]]


inputs = Input((16,))
age = layers.Dense(1, name="age")(inputs)
gender = layers.Dense(1, name="gender")(inputs)
model = Model(inputs, [age, gender])
model.compile("adam", "mse")
model.fit(x, targets_of(table))
model.fit(tf.data.Dataset.from_tensor_slices((x, ages, genders)).map(lambda r, a, g: (r, {"gender": g, "age": a})).batch(8))
