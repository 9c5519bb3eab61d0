# %% dropout in a loop
model = Sequential([Input((3,)), layers.Dense(8), layers.Dropout(0.5), layers.Dense(1)])
adam = optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(x) - y) ** 2)  # ← training/mode-left-out
    adam.apply_gradients(zip(tape.gradient(loss, model.trainable_weights), model.trainable_weights))

# %% a class of the author's, in a function
class Net(Model):
    def __init__(self):
        super().__init__()
        self.first = layers.Dense(8)
        self.norm = layers.BatchNormalization()
        self.last = layers.Dense(1)

    def call(self, x):
        return self.last(self.norm(self.first(x)))


net = Net()


@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        loss = losses.MeanSquaredError()(y, net(x))  # ← training/mode-left-out
    adam.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))


for x, y in batches:
    step(x, y)

# %% a trained network that learns on
base = keras.applications.MobileNetV2(include_top=False, input_shape=(96, 96, 3), pooling="avg")
model = Sequential([base, layers.Dense(2)])
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = losses.SparseCategoricalCrossentropy(from_logits=True)(y, model(x))  # ← training/mode-left-out
    adam.apply_gradients(zip(tape.gradient(loss, model.trainable_weights), model.trainable_weights))

# %% it says so
model = Sequential([Input((3,)), layers.Dense(8), layers.Dropout(0.5), layers.Dense(1)])
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(x, training=True) - y) ** 2)
    adam.apply_gradients(zip(tape.gradient(loss, model.trainable_weights), model.trainable_weights))
    print(model(x))

# %% no layer that has a mode
model = Sequential([Input((3,)), layers.Dense(8), layers.Dense(1)])
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(x) - y) ** 2)
    adam.apply_gradients(zip(tape.gradient(loss, model.trainable_weights), model.trainable_weights))

# %% the slope of the answer on the input
model = Sequential([Input((3,)), layers.Dense(8), layers.Dropout(0.5), layers.Dense(1)])
x = tf.constant([[1.0, 2.0, 3.0]])
with tf.GradientTape() as tape:
    tape.watch(x)
    answer = model(x)
print(tape.gradient(answer, x))

# %% the mode is on by default
class Net(Model):
    def __init__(self):
        super().__init__()
        self.drop = layers.Dropout(0.5)
        self.last = layers.Dense(1)

    def call(self, x, training=True):
        return self.last(self.drop(x, training=training))


net = Net()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((net(x) - y) ** 2)
    adam.apply_gradients(zip(tape.gradient(loss, net.trainable_weights), net.trainable_weights))

# %% a step of the author's for fit
class Net(Model):
    def __init__(self):
        super().__init__()
        self.first = layers.Dense(8, activation="relu")
        self.drop = layers.Dropout(0.5)
        self.last = layers.Dense(1)

    def call(self, x, training=None):
        return self.last(self.drop(self.first(x), training=training))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(y=y, y_pred=self(x))  # ← training/mode-left-out
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_weights), self.trainable_weights))
        return {"loss": loss}


net = Net()
net.compile("adam", "mse")
net.fit(x, y)

# %% a step of the author's for a functional model
class Mixing(Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            guess = self(x)  # ← training/mode-left-out
            loss = self.compute_loss(x=x, y=y, y_pred=guess)
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_weights), self.trainable_weights))
        return {"loss": loss}


inputs = Input((8,))
hidden = layers.BatchNormalization()(layers.Dense(8)(inputs))
net = Mixing(inputs, layers.Dense(1)(layers.ReLU()(hidden)))
net.compile("adam", "mse")
net.fit(x, y)

# %% a step of the author's that says so
class Mixing(Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            guess = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=guess)
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_weights), self.trainable_weights))
        return {"loss": loss}


inputs = Input((8,))
net = Mixing(inputs, layers.Dense(1)(layers.Dropout(0.5)(layers.Dense(8)(inputs))))
net.compile("adam", "mse")
net.fit(x, y)

# %% a step of the author's for a functional model without a mode
class Mixing(Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x=x, y=y, y_pred=self(x))
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_weights), self.trainable_weights))
        return {"loss": loss}


inputs = Input((8,))
net = Mixing(inputs, layers.Dense(1)(layers.LayerNormalization()(layers.Dense(8)(inputs))))
net.compile("adam", "mse")
net.fit(x, y)
