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

# %% by a method of an object, for three parts
class Listings:
    def __init__(self, path):
        self.table = pd.read_csv(path)

    def arrays(self, part):
        price = part[["log_price"]].values.astype("float32")
        fast = part[["fast"]].values.astype("float32")
        return part.iloc[:, :8].values, [fast, price]  # ← training/targets-of-other-outputs


def build():
    inputs = Input((8,))
    price = layers.Dense(1, name="price")(inputs)
    fast = layers.Dense(1, activation="sigmoid", name="fast")(inputs)
    model = Model(inputs, [price, fast])
    model.compile("adam", loss=["mse", "binary_crossentropy"])
    return model


def main():
    data = Listings("listings.csv")
    x_train, y_train = data.arrays(data.table[:800])
    x_val, y_val = data.arrays(data.table[800:])
    model = build()
    model.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=3)

# %% by a method of an argument, and of a class
class Targets:
    def both(self, table):
        return table["gender"].values, table["age"].values  # ← training/targets-of-other-outputs

    @staticmethod
    def named(table):
        return {"age": table["gender"].values, "gender": table["age"].values}  # ← training/targets-of-other-outputs


def train(model, targets, table):
    y = targets.both(table)
    model.fit(table[["a", "b"]].values, y)


inputs = Input((2,))
age = layers.Dense(1, name="age")(inputs)
gender = layers.Dense(1, name="gender")(inputs)
model = Model(inputs, [age, gender])
model.compile("adam", "mse")
train(model, Targets(), pd.read_csv("faces.csv"))
named = Targets.named(pd.read_csv("faces.csv"))
model.fit(x, named)

# %% dictionaries that a call makes, and that are filled
inputs = Input((16,))
price = layers.Dense(1, name="price")(inputs)
rooms = layers.Dense(1, name="rooms")(inputs)
model = Model(inputs, [price, rooms])
model.compile("adam", "mse")
model.fit(x, dict(price=table["rooms"].values, rooms=table["price"].values))  # ← training/targets-of-other-outputs
y = {}  # ← training/targets-of-other-outputs
y["price"] = table["rooms"].values
y["rooms"] = table["price"].values
model.fit(x, y)

# %% columns of an array, columns by name, batches by hand, and answers by their numbers
y = table[["rooms", "price"]].values.astype("float32")
inputs = Input((16,))
price = layers.Dense(1, name="price")(inputs)
rooms = layers.Dense(1, name="rooms")(inputs)
model = Model(inputs, [price, rooms])
model.compile("adam", "mse")
model.fit(x, [y[:, 0], y[:, 1]])  # ← training/targets-of-other-outputs
model.evaluate(x, [table[name].values for name in ("rooms", "price")])  # ← training/targets-of-other-outputs
for start in range(0, 100, 10):
    model.train_on_batch(x[:10], [y_rooms[:10], y_price[:10]])  # ← training/targets-of-other-outputs
answers = model.predict(x)
rooms_hat = answers[0]  # ← training/targets-of-other-outputs
price_hat = answers[1]

# %% outputs of a class of its own
class Two(keras.Model):
    def __init__(self):
        super().__init__()
        self.shared = layers.Dense(32, activation="relu")
        self.price_head = layers.Dense(1)
        self.rooms_head = layers.Dense(1)

    def call(self, inputs):
        hidden = self.shared(inputs)
        return self.price_head(hidden), self.rooms_head(hidden)


model = Two()
model.compile("adam", "mse")
model.fit(x, (table["rooms"].values, table["price"].values))  # ← training/targets-of-other-outputs

# %% all of these in their order
class Listings:
    def arrays(self, part):
        return part.iloc[:, :8].values, [part["price"].values, part["rooms"].values]


class Others:
    def arrays(self, part):
        return part.iloc[:, :8].values, [part["rooms"].values, part["price"].values]


class Two(keras.Model):
    def __init__(self):
        super().__init__()
        self.price_head, self.rooms_head = layers.Dense(1), layers.Dense(1)

    def call(self, inputs):
        return self.price_head(inputs), self.rooms_head(inputs)


model = Two()
model.compile("adam", "mse")
rows, y = Listings().arrays(table)
model.fit(rows, y)
named = {}
named["rooms"] = table["rooms"].values
named["price"] = table["price"].values
model.fit(x, named)
model.fit(x, dict(rooms=table["rooms"].values, price=table["price"].values))
z = table[["rooms", "price"]].values
model.fit(x, [z[:, 1], z[:, 0]])
model.fit(x, [table[name].values for name in ("price", "rooms")])
answers = model.predict(x)
price_hat, rooms_hat = answers[0], answers[1]

# %% a method whose object may be of two classes, and a dictionary that is filled in two ways
class Listings:
    def targets(self, table):
        return [table["rooms"].values, table["price"].values]


class Turned:
    def targets(self, table):
        return [table["price"].values, table["rooms"].values]


def train(model, data):
    y = data.targets(table)
    model.fit(x, y)


inputs = Input((16,))
price = layers.Dense(1, name="price")(inputs)
rooms = layers.Dense(1, name="rooms")(inputs)
model = Model(inputs, [price, rooms])
model.compile("adam", "mse")
for data in (Turned(), Turned()):
    train(model, data)
y = {"rooms": table["price"].values, "price": table["rooms"].values}
y["rooms"] = table["rooms"].values
y["price"] = table["price"].values
model.fit(x, y)

# %% a part of a part of what a function gives, made by a function that stands in it
def split(drawings, period, rim, train, test):
    middle, spread = rim[train].mean(), rim[train].std()

    def pick(rows):
        return drawings[rows], [(rim[rows] - middle) / spread, period[rows]]  # ← training/targets-of-other-outputs

    return pick(train), pick(test), (middle, spread)


def two_heads():
    drawing = Input((64, 48, 1))
    hidden = layers.Flatten()(drawing)
    a = layers.Dense(64, activation="relu")(hidden)
    a = layers.Dense(7, activation="softmax", name="period")(a)
    b = layers.Dense(64, activation="relu")(hidden)
    b = layers.Dense(1, name="rim")(b)
    return Model(drawing, [a, b])


train, test, (middle, spread) = split(*load())
model = two_heads()
model.compile("adam", ["sparse_categorical_crossentropy", "mse"])
model.fit(train[0], train[1], validation_data=test)

# %% pairs that are unpacked at once
def prepare(table, train, test):
    def pair(rows):
        return rows[FEATURES].values, (rows["rooms"].values, rows["price"].values)  # ← training/targets-of-other-outputs

    return pair(table[train]), pair(table[test])


inputs = Input((16,))
price = layers.Dense(1, name="price")(inputs)
rooms = layers.Dense(1, name="rooms")(inputs)
model = Model(inputs, [price, rooms])
model.compile("adam", "mse")
(x_train, y_train), (x_test, y_test) = prepare(table, train, test)
model.fit(x_train, y_train, epochs=5)

# %% under the keys of a dictionary
def parts_of(table):
    y = [table["rooms"].values, table["price"].values]  # ← training/targets-of-other-outputs
    return {"x": table[FEATURES].values, "y": y}


def main():
    inputs = Input((16,))
    price = layers.Dense(1, name="price")(inputs)
    rooms = layers.Dense(1, name="rooms")(inputs)
    model = Model(inputs, [price, rooms])
    model.compile("adam", "mse")
    data = {"train": parts_of(table[:900]), "test": parts_of(table[900:])}
    model.fit(data["train"]["x"], data["train"]["y"], epochs=5)

# %% in a record
from dataclasses import dataclass
from typing import NamedTuple


@dataclass
class Part:
    rows: np.ndarray
    targets: list


class Other(NamedTuple):
    rows: np.ndarray
    targets: tuple


def part(table):
    return Part(table[FEATURES].values, [table["rooms"].values, table["price"].values])  # ← training/targets-of-other-outputs


inputs = Input((16,))
price = layers.Dense(1, name="price")(inputs)
rooms = layers.Dense(1, name="rooms")(inputs)
model = Model(inputs, [price, rooms])
model.compile("adam", "mse")
train = part(table[:900])
other = Other(rows=table[FEATURES].values, targets=(table["rooms"], table["price"]))  # ← training/targets-of-other-outputs
model.fit(train.rows, train.targets, epochs=5)
model.evaluate(other.rows, other.targets)

# %% parts of parts in the order of the outputs
from dataclasses import dataclass


@dataclass
class Part:
    rows: np.ndarray
    targets: list


def split(table, train, test):
    def pick(rows):
        return table.loc[rows, FEATURES], [table.loc[rows, "price"], table.loc[rows, "rooms"]]

    return pick(train), pick(test)


def turned(table):
    return [table["rooms"].values, table["price"].values], table[FEATURES].values


inputs = Input((16,))
a = layers.Dense(8)(inputs)
a = layers.Dense(1, name="price")(a)
b = layers.Dense(1, name="rooms")(inputs)
model = Model(inputs, [a, b])
model.compile("adam", "mse")
train, test = split(table, train, test)
model.fit(train[0], train[1], validation_data=test)
(x, y), (z, w) = split(table, early, late)
model.fit(x, y, validation_data=(z, w))
data = {"x": table[FEATURES].values, "y": [table["price"].values, table["rooms"].values]}
model.fit(data["x"], data["y"])
part = Part(table[FEATURES].values, targets=[table["price"].values, table["rooms"].values])
model.evaluate(part.rows, part.targets)

# %% parts that are changed before they are used, or of which another is taken
from dataclasses import dataclass


@dataclass
class Part:
    rows: np.ndarray
    targets: list


inputs = Input((16,))
price = layers.Dense(1, name="price")(inputs)
rooms = layers.Dense(1, name="rooms")(inputs)
model = Model(inputs, [price, rooms])
model.compile("adam", "mse")
data = {"x": table[FEATURES].values, "y": [table["rooms"].values, table["price"].values]}
data["y"] = data["y"][::-1]
model.fit(data["x"], data["y"])
part = Part(table[FEATURES].values, [table["rooms"].values, table["price"].values])
part.targets = part.targets[::-1]
model.fit(part.rows, part.targets)
three = ([table["rooms"].values, table["price"].values], x, [table["price"].values, table["rooms"].values])
model.fit(three[1], three[2])

# %% a record whose first field is that of another class
from dataclasses import dataclass


@dataclass
class Named:
    turned: list


@dataclass
class Part(Named):
    targets: list


inputs = Input((16,))
price = layers.Dense(1, name="price")(inputs)
rooms = layers.Dense(1, name="rooms")(inputs)
model = Model(inputs, [price, rooms])
model.compile("adam", "mse")
part = Part([table["rooms"].values, table["price"].values], [table["price"].values, table["rooms"].values])
model.fit(x, part.targets)
