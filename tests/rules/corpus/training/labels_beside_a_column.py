# %% a score by hand
x, y = np.random.rand(50, 3), np.random.rand(50)
model = Sequential([Input((3,)), layers.Dense(1)])
error = np.mean((model.predict(x) - y) ** 2)  # ← training/labels-beside-a-column

# %% a share of right answers
from sklearn.model_selection import train_test_split
x_train, x_test, y_train, y_test = train_test_split(np.random.rand(50, 3), np.random.randint(0, 2, 50))
model = Sequential([Input((3,)), layers.Dense(1, activation="sigmoid")])
answers = (model.predict(x_test) > 0.5).astype(int)
right = np.mean(answers == y_test)  # ← training/labels-beside-a-column

# %% a loss in a training loop
x, y = np.random.rand(50, 3).astype("float32"), np.random.rand(50).astype("float32")
model = Sequential([Input((3,)), layers.Dense(1)])
adam = optimizers.Adam()


@tf.function
def step(rows, goals):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.subtract(goals, model(rows, training=True))))  # ← training/labels-beside-a-column
    adam.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))


for number, (rows, goals) in enumerate(tf.data.Dataset.from_tensor_slices((x, y)).batch(10)):
    step(rows, goals)

# %% a step of the author's
class Mine(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = tf.reduce_mean(tf.square(y - y_pred))  # ← training/labels-beside-a-column
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss}


x, y = np.random.rand(50, 3), np.random.rand(50)
a = Input((3,))
model = Mine(a, layers.Dense(1)(layers.Dense(4, activation="relu")(a)))
model.compile(optimizer="adam")
model.fit(x, y)

# %% a step of the author's, by name and cast
class Mine(keras.Model):
    def train_step(self, data):
        x, y = data
        y = tf.cast(y, tf.float32)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = tf.reduce_mean(tf.square(y - y_pred))  # ← training/labels-beside-a-column
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss}


x, y = np.random.rand(50, 3), np.random.rand(50)
a = Input((3,))
model = Mine(inputs=a, outputs=layers.Dense(1)(a))
model.compile(optimizer="adam")
model.fit(x, y)

# %% a model with a call and a step
class Mine(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8, activation="relu")
        self.answer = layers.Dense(1)

    def call(self, x):
        return self.answer(self.hidden(x))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.abs(y - self(x, training=True)))  # ← training/labels-beside-a-column
        self.optimizer.apply(tape.gradient(loss, self.trainable_variables), self.trainable_variables)
        return {"loss": loss}


model = Mine()
model.compile(optimizer="adam")
model.fit(np.random.rand(50, 3), np.random.rand(50))

# %% a model with a call that takes the column out
class Mine(keras.Model):
    def __init__(self):
        super().__init__()
        self.answer = layers.Dense(1)

    def call(self, x):
        return tf.squeeze(self.answer(x), axis=-1)

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.abs(y - self(x, training=True)))
        self.optimizer.apply(tape.gradient(loss, self.trainable_variables), self.trainable_variables)
        return {"loss": loss}


model = Mine()
model.compile(optimizer="adam")
model.fit(np.random.rand(50, 3), np.random.rand(50))

# %% a step that makes a column
class Mine(keras.Model):
    def train_step(self, data):
        x, y = data
        y = tf.reshape(y, (-1, 1))
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = tf.reduce_mean(tf.square(y - y_pred))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss}


x, y = np.random.rand(50, 3), np.random.rand(50)
a = Input((3,))
model = Mine(a, layers.Dense(1)(a))
model.compile(optimizer="adam")
model.fit(x, y)

# %% a step that is given a column
class Mine(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = tf.reduce_mean(tf.square(y - y_pred))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss}


x, y = np.random.rand(50, 3), np.random.rand(50, 1)
a = Input((3,))
model = Mine(a, layers.Dense(1)(a))
model.compile(optimizer="adam")
model.fit(x, y)

# %% a step with an answer in a row
class Mine(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = tf.reduce_mean(tf.square(y - y_pred))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss}


x, y = np.random.rand(50, 3), np.random.rand(50)
a = Input((3,))
model = Mine(a, layers.Reshape(())(layers.Dense(1)(a)))
model.compile(optimizer="adam")
model.fit(x, y)

# %% one column taken out
x, y = np.random.rand(50, 3), np.random.rand(50)
model = Sequential([Input((3,)), layers.Dense(1)])
error = np.mean((model.predict(x)[:, 0] - y) ** 2)
other = np.mean(model.predict(x).ravel() - y)

# %% labels in a column
x, y = np.random.rand(50, 3), np.random.rand(50)
model = Sequential([Input((3,)), layers.Dense(1)])
error = np.mean((model.predict(x) - y.reshape(-1, 1)) ** 2)
other = np.mean(np.abs(model.predict(x) - y[:, None]))

# %% the model takes the last axis away
x, y = np.random.rand(50, 3), np.random.rand(50)
model = Sequential([Input((3,)), layers.Dense(1), layers.Reshape(())])
error = np.mean((model.predict(x) - y) ** 2)

# %% a metric and a loss of libraries, which know both forms
from sklearn.metrics import mean_squared_error
x, y = np.random.rand(50, 3), np.random.rand(50)
model = Sequential([Input((3,)), layers.Dense(1)])
error = mean_squared_error(y, model.predict(x))
other = losses.MeanSquaredError()(y, model(x))

# %% as many units as labels in a row
x, y = np.random.rand(50, 3), np.random.rand(5)
model = Sequential([Input((3,)), layers.Dense(5)])
error = model.predict(x) - y

# %% brought back to their unit, still in a column
x, y = np.random.rand(50, 3), np.random.rand(50)
mean, deviation = y.mean(), y.std()
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, (y - mean) / deviation)
answers = model.predict(x) * deviation + mean
error = np.sqrt(np.mean((y - answers) ** 2))  # ← training/labels-beside-a-column

# %% a table whose columns nobody has counted
table = pd.read_csv("a.csv")
y = table["goal"].values
x = table.drop("goal", axis=1).values
model = Sequential([layers.Dense(4, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)
right = np.mean(np.round(model.predict(x)) == y)  # ← training/labels-beside-a-column

# %% a trainer of the author's, and a column of a table
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8, activation="relu")
        self.drop = layers.Dropout(0.1)
        self.out = layers.Dense(1)

    def call(self, x, training=False):
        return self.out(self.drop(self.hidden(x), training=training))


class Trainer:
    def __init__(self, model):
        self.model = model
        self.optimizer = optimizers.Adam()

    @tf.function
    def step(self, x, y):
        with tf.GradientTape() as tape:
            answer = self.model(x, training=True)
            loss = tf.reduce_mean(tf.square(y - answer))  # ← training/labels-beside-a-column
        slopes = tape.gradient(loss, self.model.trainable_variables)
        self.optimizer.apply_gradients(zip(slopes, self.model.trainable_variables))

    def run(self, rows):
        for x, y in tf.data.Dataset.from_tensor_slices(rows).shuffle(100).batch(32):
            self.step(x, y)


def read(path):
    table = pd.read_csv(path).drop_duplicates().sample(frac=1.0, random_state=0)
    x, y = table[["a", "b"]].to_numpy("float32"), table["quality"].to_numpy("float32")
    return x[:100], y[:100]


Trainer(Net()).run(read("wine.csv"))

# %% a column that is made one of the trainer's
class Trainer:
    def __init__(self, model):
        self.model = model
        self.optimizer = optimizers.Adam()

    def step(self, x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - self.model(x, training=True)))
        slopes = tape.gradient(loss, self.model.trainable_variables)
        self.optimizer.apply_gradients(zip(slopes, self.model.trainable_variables))


table = pd.read_csv("wine.csv").drop_duplicates().sort_values("a")
net = Sequential([Input((2,)), layers.Dense(8), layers.Dense(1)])
trainer = Trainer(net)
for x, y in tf.data.Dataset.from_tensor_slices((table[["a", "b"]].values, table[["quality"]].values)).batch(8):
    trainer.step(x, y)
for x, y in tf.data.Dataset.from_tensor_slices((table[["a", "b"]].values, table["quality"].values)).batch(8):
    trainer.step(x, y[:, tf.newaxis])

# %% a loss class, which Keras gives the labels as they are
class Squares(losses.Loss):
    def __init__(self, weight=1.0):
        super().__init__()
        self.weight = weight

    def call(self, y_true, y_pred):
        y_true = tf.cast(y_true, y_pred.dtype)
        return self.weight * tf.square(y_true - y_pred)  # ← training/labels-beside-a-column


x, y = np.random.rand(50, 3), np.random.rand(50)
model = Sequential([Input((3,)), layers.Dense(4), layers.Dense(1)])
model.compile("adam", Squares(2.0))
model.fit(x, y)

# %% a loss class and a data set
class Far(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return keras.ops.mean(keras.ops.abs(y_pred - y_true))  # ← training/labels-beside-a-column


x, y = np.random.rand(50, 3), np.random.rand(50)
a = Input((3,))
model = Model(a, layers.Dense(1)(a))
model.compile(optimizer="adam", loss=Far(), metrics=["mae"])
model.fit(tf.data.Dataset.from_tensor_slices((x, y)).batch(10))

# %% a loss class that brings both into one form, is given a column, or several columns
class Same(losses.Loss):
    def call(self, y_true, y_pred):
        return keras.ops.square(keras.ops.reshape(y_true, (-1, 1)) - y_pred)


class Flat(losses.Loss):
    def call(self, y_true, y_pred):
        return keras.ops.square(y_true - keras.ops.squeeze(y_pred, axis=-1))


class Plain(losses.Loss):
    def call(self, y_true, y_pred):
        return keras.ops.square(y_true - y_pred)


x, y = np.random.rand(50, 3), np.random.rand(50)
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", Same())
model.fit(x, y)
model.compile("adam", Flat())
model.fit(x, y)
model.compile("adam", Plain())
model.fit(x, y[:, None])
flat = Sequential([Input((3,)), layers.Dense(1), layers.Reshape(())])
flat.compile("adam", Plain())
flat.fit(x, y)
wide = Sequential([Input((3,)), layers.Dense(3)])
wide.compile("adam", Plain())
wide.fit(x, x)

# %% a loss of the author's that is a function, which Keras gives a column
def squares(y_true, y_pred):
    return keras.ops.square(y_true - y_pred)


x, y = np.random.rand(50, 3), np.random.rand(50)
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", squares)
model.fit(x, y)

# %% a function of Keras 2 in a step of the author's
# pip install tensorflow==2.8
class Mine(keras.Model):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.seen = keras.metrics.Mean(name="loss")

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(keras.losses.mean_squared_error(y, self(x, training=True)))  # ← training/labels-beside-a-column
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_variables), self.trainable_variables))
        self.seen.update_state(loss)
        return {"loss": self.seen.result()}


a = Input((3,))
model = Mine(a, layers.Dense(1)(a))
model.compile(optimizer="adam")
model.fit(np.random.rand(50, 3), np.random.rand(50))

# %% the version of Keras 2 in a comment
# python 3.9, tensorflow 2.8.0
class Mine(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.keras.losses.mae(y, self(x, training=True)))  # ← training/labels-beside-a-column
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_variables), self.trainable_variables))
        return {"loss": loss}


a = Input((3,))
model = Mine(a, layers.Dense(1)(a))
model.compile(optimizer="adam")
model.fit(np.random.rand(50, 3), np.random.rand(50))

# %% the same in Keras 3, whose functions bring both into one form
# tensorflow 2.17, keras 3.4
class Mine(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(keras.losses.mean_squared_error(y, self(x, training=True)))
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_variables), self.trainable_variables))
        return {"loss": loss}


a = Input((3,))
model = Mine(a, layers.Dense(1)(a))
model.compile(optimizer="adam")
model.fit(np.random.rand(50, 3), np.random.rand(50))

# %% a loss class of Keras 2, whose fit gives a column
# pip install tensorflow==2.8
class Plain(losses.Loss):
    def call(self, y_true, y_pred):
        return tf.square(y_true - y_pred)


model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", Plain())
model.fit(np.random.rand(50, 3), np.random.rand(50))

# %% back from logarithms, in a function that is given both, for one pair after the other
from sklearn.datasets import fetch_california_housing
from sklearn.model_selection import train_test_split


class PriceNet(keras.Model):
    def __init__(self, widths=(64, 32)):
        super().__init__()
        self.blocks = [layers.Dense(width, activation="relu") for width in widths]
        self.head = layers.Dense(1)

    def call(self, inputs):
        x = inputs
        for block in self.blocks:
            x = block(x)
        return self.head(x)


def summarize(actual, predicted, label):
    error = predicted - actual  # ← training/labels-beside-a-column
    print(label, np.sqrt(np.mean(error**2)), np.mean(np.abs(error)))


data = fetch_california_housing()
x_train, x_test, p_train, p_test = train_test_split(data.data, data.target)
model = PriceNet()
model.compile(optimizer="adam", loss="mse")
model.fit(x_train, np.log1p(p_train), epochs=10)
for label, x, price in (("train", x_train, p_train), ("test", x_test, p_test)):
    predicted = np.expm1(model.predict(x, verbose=0))
    summarize(price, predicted, label)

# %% the same, one column taken out on the way
from sklearn.datasets import fetch_california_housing
from sklearn.model_selection import train_test_split


def summarize(actual, predicted, label):
    error = predicted - actual
    print(label, np.sqrt(np.mean(error**2)), np.mean(np.abs(error)))


data = fetch_california_housing()
x_train, x_test, p_train, p_test = train_test_split(data.data, data.target)
model = Sequential([Input((8,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x_train, np.log1p(p_train), epochs=10)
for label, x, price in (("train", x_train, p_train), ("test", x_test, p_test)):
    summarize(price, np.expm1(model.predict(x, verbose=0)).ravel(), label)
    summarize(price, np.squeeze(np.expm1(model.predict(x, verbose=0)), axis=1), label)
    summarize(price.reshape(-1, 1), np.expm1(model.predict(x, verbose=0)), label)
    summarize(price[:, np.newaxis], np.exp(model(x)) - 1, label)

# %% scaled back, which gives a column again
from sklearn.preprocessing import StandardScaler
x, y = np.random.rand(50, 3), np.random.rand(50)
scaler = StandardScaler()
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, scaler.fit_transform(y.reshape(-1, 1)))
answers = scaler.inverse_transform(model.predict(x))
error = np.mean(np.abs(y - answers))  # ← training/labels-beside-a-column
again = scaler.inverse_transform(model.predict(x).reshape(-1, 1))
other = np.mean(np.square(np.subtract(again, y)))  # ← training/labels-beside-a-column

# %% scaled back, both of them, or with the column taken out
from sklearn.preprocessing import StandardScaler
x, y = np.random.rand(50, 3), np.random.rand(50)
scaler = StandardScaler()
z = scaler.fit_transform(y.reshape(-1, 1))
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, z)
error = np.mean(np.abs(scaler.inverse_transform(z) - scaler.inverse_transform(model.predict(x))))
other = np.mean(np.abs(y - scaler.inverse_transform(model.predict(x))[:, 0]))
third = np.mean(np.abs(y - scaler.inverse_transform(model.predict(x).reshape(-1, 1)).ravel()))
fourth = np.mean(np.abs(y[:, None] - np.maximum(model.predict(x), 0)))

# %% kept at zero or above, in a class with its settings, in a dictionary, and one after the other of some models
from dataclasses import dataclass


@dataclass
class Report:
    truth: np.ndarray
    answers: np.ndarray

    def rmse(self):
        return np.sqrt(np.mean((self.truth - self.answers) ** 2))  # ← training/labels-beside-a-column


class Judge:
    def __init__(self, model):
        self.model = model

    def mae(self, x, y):
        answers = np.maximum(self.model.predict(x), 0.0)
        return np.mean(np.abs(answers - y))  # ← training/labels-beside-a-column


x, y = np.random.rand(50, 3), np.random.rand(50)
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
print(Report(truth=y, answers=model.predict(x)).rmse(), Judge(model).mae(x, y))
kept = {"truth": y, "answers": np.clip(model.predict(x), 0, 1)}
error = np.abs(kept["truth"] - kept["answers"]).mean()  # ← training/labels-beside-a-column

# %% hits counted by hand
x, y = np.random.rand(50, 3), np.random.randint(0, 2, 50)
model = Sequential([Input((3,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)
answers = (model.predict(x) > 0.5).astype("int32")
hits = np.sum((answers == 1) & (y == 1))  # ← training/labels-beside-a-column
others = np.sum(answers * y)  # ← training/labels-beside-a-column
third = np.logical_and(answers, y).sum()  # ← training/labels-beside-a-column

# %% hits counted by hand of a row beside a row, and answers times the deviations of their columns
x, y = np.random.rand(50, 3), np.random.randint(0, 2, 50)
model = Sequential([Input((3,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y)
answers = (model.predict(x)[:, 0] > 0.5).astype("int32")
hits = np.sum((answers == 1) & (y == 1))
others = np.sum(answers * y)
columns = np.sum((model.predict(x) > 0.5) & (y[:, None] == 1))
wide = Sequential([Input((3,)), layers.Dense(3)])
back = wide.predict(x) * x.std(axis=0) + x.mean(axis=0)
table = pd.read_csv("a.csv")
net = Sequential([layers.Dense(4, activation="relu"), layers.Dense(1)])
net.compile("adam", "mse")
net.fit(table[["a", "b"]].values, table[["c"]].values)
scaled = net.predict(table[["a", "b"]].values) * table[["c"]].values.std(axis=0)
