# %% two metrics, fed in functions
acc, val = keras.metrics.SparseCategoricalAccuracy(), 0
train_acc = keras.metrics.SparseCategoricalAccuracy()
val_acc = keras.metrics.SparseCategoricalAccuracy()


@tf.function
def train_batch(x, y):
    with tf.GradientTape() as tape:
        out = model(x, training=True)
        loss = ce(y, out)
    opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    train_acc.update_state(y, out)


for epoch in range(50):
    for x, y in train:
        train_batch(x, y)
    for x, y in valid:
        val_acc(y, model(x, training=False))
    a, v = float(train_acc.result()), float(val_acc.result())  # ← training/metric-never-reset
    print(epoch, a, v)

# %% of a class of the author's
class Trainer:
    def __init__(self, model):
        self.model, self.opt = model, optimizers.Adam()
        self.loss = keras.metrics.Mean(name="loss")

    def step(self, x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((y - self.model(x, training=True)) ** 2)
        weights = self.model.trainable_weights
        self.opt.apply_gradients(zip(tape.gradient(loss, weights), weights))
        self.loss.update_state(loss)

    def train(self, batches, epochs):
        for number in range(epochs):
            for x, y in batches:
                self.step(x, y)
            print(number, self.loss.result())  # ← training/metric-never-reset

# %% one of two is reset
for name in ("train", "test"):
    print(name)
seen, held = keras.metrics.Mean(), keras.metrics.Mean()
for epoch in range(5):
    seen.reset_state()
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = ce(y, model(x, training=True))
        opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
        seen.update_state(loss)
    for x, y in other:
        held.update_state(ce(y, model(x, training=False)))
    print(seen.result(), held.result())  # ← training/metric-never-reset

# %% reset, one by one or all in a loop
acc, mean = keras.metrics.SparseCategoricalAccuracy(), keras.metrics.Mean()
for epoch in range(5):
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = ce(y, model(x, training=True))
        opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
        acc.update_state(y, model(x))
        mean.update_state(loss)
    print(acc.result(), mean.result())
    for metric in (acc, mean):
        metric.reset_states()

# %% made anew in each epoch, in the loop or in a function
def accuracy(batches):
    acc = keras.metrics.SparseCategoricalAccuracy()
    for x, y in batches:
        acc.update_state(y, model(x, training=False))
    return acc.result()


for epoch in range(5):
    mean = keras.metrics.Mean()
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = ce(y, model(x, training=True))
        opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
        mean.update_state(loss)
    print(mean.result(), accuracy(held))

# %% a counter of all that was seen
seen = keras.metrics.Sum()
for epoch in range(5):
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = ce(y, model(x, training=True))
        opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
        seen.update_state(len(x))
    print(seen.result())

# %% once, after the training; and in steps, without epochs
acc = keras.metrics.SparseCategoricalAccuracy()
for epoch in range(5):
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = ce(y, model(x, training=True))
        opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
for x, y in held:
    acc.update_state(y, model(x, training=False))
print(acc.result())

# %% metrics of a model that fit resets
class Own(Model):
    def __init__(self):
        super().__init__()
        self.mean = keras.metrics.Mean()

    @property
    def metrics(self):
        return [self.mean]

    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(data, training=True) ** 2)
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_weights), self.trainable_weights))
        self.mean.update_state(loss)
        return {"loss": self.mean.result()}


Own().fit(x, epochs=5)
