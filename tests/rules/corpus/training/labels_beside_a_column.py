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
