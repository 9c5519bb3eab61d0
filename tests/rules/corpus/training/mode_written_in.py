# %% dropout in a model of the author's
class Net(Model):
    def __init__(self):
        super().__init__()
        self.first, self.drop = layers.Dense(8, activation="relu"), layers.SpatialDropout1D(0.5)
        self.last = layers.Dense(1)

    def call(self, x, training=None):
        return self.last(self.drop(self.first(x), training=True))  # ← training/mode-written-in


net = Net()
net.compile("adam", "mse")
net.fit(x, y)
print(net.evaluate(x_test, y_test))

# %% noise in a layer of the author's, batch norm in a block
class Disturbed(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.noise = layers.GaussianNoise(0.1)

    def call(self, x):
        return self.noise(x, training=True)  # ← training/mode-written-in


class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.parts = Sequential([layers.Conv2D(8, 3), layers.BatchNormalization()])

    def call(self, x):
        return self.parts(x, training=True)  # ← training/mode-written-in


model = Sequential([Input((8, 8, 1)), Disturbed(), Block(), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, validation_data=(x_val, y_val))

# %% augmentation
class Net(Model):
    def __init__(self):
        super().__init__()
        self.augment = Sequential([layers.RandomFlip(), layers.RandomRotation(0.1)])
        self.body = layers.Dense(1)

    def call(self, images):
        images = self.augment(images, training=True)  # ← training/mode-written-in
        return self.body(images)


net = Net()
net.compile("adam", "mse")
net.fit(x, y, validation_split=0.1)

# %% functions without a mode
class Net(Model):
    def __init__(self):
        super().__init__()
        self.first, self.last = layers.Dense(8), layers.Dense(1)

    def call(self, x):
        x = tf.nn.dropout(self.first(x), rate=0.5)  # ← training/mode-written-in
        return self.last(x)


model = Sequential([Input((4,)), layers.Lambda(lambda t: keras.random.dropout(t, 0.3)), layers.Dense(1)])  # ← training/mode-written-in
answers = model.predict(x)

# %% a test step
class Net(Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(y=y, y_pred=self(x, training=True))
        self.optimizer.apply(tape.gradient(loss, self.trainable_weights), self.trainable_weights)
        return {"loss": loss}

    def test_step(self, data):
        x, y = data
        return {"loss": self.compute_loss(y=y, y_pred=self(x, training=True))}  # ← training/mode-written-in


inputs = Input((4,))
net = Net(inputs, layers.Dense(1)(layers.Dropout(0.5)(inputs)))

# %% a part of the author's with dropout
class Part(layers.Layer):
    def __init__(self):
        super().__init__()
        self.drop = layers.Dropout(0.2)

    def call(self, x, training=None):
        return self.drop(x, training=training)


class Net(Model):
    def __init__(self):
        super().__init__()
        self.part, self.last = Part(), layers.Dense(1)

    def call(self, x):
        return self.last(self.part(x, training=True))  # ← training/mode-written-in


answers = Net().predict(x)

# %% handed on
class Net(Model):
    def __init__(self):
        super().__init__()
        self.drop, self.last = layers.Dropout(0.5), layers.Dense(1)

    def call(self, x, training=None):
        return self.last(self.drop(x, training=training))


net = Net()
net.compile("adam", "mse")
net.fit(x, y)
print(net.evaluate(x_test, y_test))

# %% under a condition
class Net(Model):
    def __init__(self):
        super().__init__()
        self.drop, self.last = layers.Dropout(0.5), layers.Dense(1)

    def call(self, x, training=None):
        if training:
            x = self.drop(x, training=True)
            x = tf.nn.dropout(x, 0.1)
        return self.last(x)


print(Net().predict(x))

# %% a rate that knows the mode
class Net(Model):
    def call(self, x, training=None):
        return tf.nn.dropout(x, rate=0.5 if training else 0.0)


print(Net().predict(x))

# %% Monte Carlo dropout
class Net(Model):
    def __init__(self):
        super().__init__()
        self.drop, self.last = layers.Dropout(0.5), layers.Dense(1)

    def call(self, x):
        return self.last(self.drop(x, training=True))  # stays on: Monte Carlo


net = Net()
print(np.std([net.predict(x) for _ in range(50)], axis=0))

# %% many answers to the same rows
class Net(Model):
    def __init__(self):
        super().__init__()
        self.drop, self.last = layers.Dropout(0.5), layers.Dense(1)

    def call(self, x):
        return self.last(self.drop(x, training=True))


net = Net()
draws = []
for _ in range(20):
    draws.append(net.predict(x))

# %% a layer without a mode
class Net(Model):
    def __init__(self):
        super().__init__()
        self.norm, self.last = layers.LayerNormalization(), layers.Dense(1)

    def call(self, x):
        return self.last(self.norm(x, training=True))


print(Net().predict(x))

# %% a code that is drawn
class Sampling(layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        return mean + tf.exp(0.5 * log_var) * tf.random.normal(tf.shape(mean))


print(Sequential([Sampling()]).predict(x))

# %% changes for a map over the rows of training
class Augment(layers.Layer):
    def __init__(self):
        super().__init__()
        self.flip = layers.RandomFlip()

    def call(self, images):
        return self.flip(images, training=True)


augment = Augment()
train = train.map(lambda image, label: (augment(image), label))
model.fit(train, validation_data=val)
