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

# %% a method resets some of the metrics, which are read in a loop
class Trainer:
    def __init__(self, model):
        self.model, self.opt = model, optimizers.Adam()
        self.seen, self.held = keras.metrics.Mean(), keras.metrics.Mean()
        self.acc = keras.metrics.BinaryAccuracy()

    def begin(self):
        self.seen.reset_state()
        self.held.reset_state()

    def step(self, x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((y - self.model(x, training=True)) ** 2)
        weights = self.model.trainable_weights
        self.opt.apply_gradients(zip(tape.gradient(loss, weights), weights))
        self.seen.update_state(loss)

    def train(self, batches, other, epochs):
        for epoch in range(epochs):
            self.begin()
            for x, y in batches:
                self.step(x, y)
            for x, y in other:
                self.held.update_state((y - self.model(x)) ** 2)
                self.acc.update_state(y, self.model(x))
            row = [float(m.result()) for m in (self.seen, self.held, self.acc)]  # ← training/metric-never-reset
            print(row)

# %% a dictionary of metrics, of which a list is reset
meters = {"loss": keras.metrics.Mean(), "acc": keras.metrics.BinaryAccuracy()}
for epoch in range(5):
    for meter in [meters["loss"]]:
        meter.reset_state()
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = ce(y, model(x, training=True))
        opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
        meters["loss"].update_state(loss)
        meters["acc"].update_state(y, model(x))
    print({name: float(one.result()) for name, one in meters.items()})  # ← training/metric-never-reset

# %% a function resets what it is given
def clear(*meters):
    for meter in meters:
        meter.reset_states()


loss_meter, acc_meter = tf.keras.metrics.Mean(), tf.keras.metrics.BinaryAccuracy()
epoch = 0
while epoch < 5:
    clear(loss_meter)
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = ce(y, model(x, training=True))
        opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
        loss_meter.update_state(loss)
        acc_meter.update_state(y, model(x))
    print(loss_meter.result(), acc_meter.result())  # ← training/metric-never-reset
    epoch += 1

# %% reset once, before the loop
def train(model, batches, epochs):
    acc = keras.metrics.BinaryAccuracy()
    acc.reset_state()
    for epoch in range(epochs):
        for x, y in batches:
            with tf.GradientTape() as tape:
                loss = ce(y, model(x, training=True))
            opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
            acc.update_state(y, model(x))
        print(acc.result())  # ← training/metric-never-reset

# %% a step that a strategy runs
acc = keras.metrics.BinaryAccuracy()


def step(x, y):
    with tf.GradientTape() as tape:
        loss = ce(y, model(x, training=True))
    opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    acc.update_state(y, model(x))


for epoch in range(5):
    for x, y in batches:
        strategy.run(step, args=(x, y))
    print(acc.result())  # ← training/metric-never-reset

# %% all that a dictionary, a list or a function holds is reset
def clear(*meters):
    for meter in meters:
        meter.reset_state()


def start(meter):
    meter.reset_state()


meters = {"loss": keras.metrics.Mean(), "acc": keras.metrics.BinaryAccuracy()}
first, second = keras.metrics.Mean(), keras.metrics.Mean()
third, every = keras.metrics.Mean(), [first]
for epoch in range(5):
    for name, meter in meters.items():
        meter.reset_state()
    [meter.reset_state() for meter in every]
    clear(second)
    start(third)
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = ce(y, model(x, training=True))
        opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
        for meter in (first, second, third, *meters.values()):
            meter.update_state(loss)
    print([meter.result() for meter in (first, second, third, meters["loss"], meters["acc"])])

# %% reset before the batches of one epoch, and in the epoch of another function
def run_epoch(batches):
    acc.reset_state()
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = ce(y, model(x, training=True))
        opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
        acc.update_state(y, model(x))
    return acc.result()


acc = keras.metrics.BinaryAccuracy()
for epoch in range(5):
    print(run_epoch(batches))
    for x, y in batches.epoch(epoch):
        print(x, y)

# %% what is not known may reset everything
acc, mean = keras.metrics.BinaryAccuracy(), keras.metrics.Mean()
for epoch in range(5):
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = ce(y, model(x, training=True))
        opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
        acc.update_state(y, model(x))
        mean.update_state(loss)
    print(acc.result(), mean.result())
    for metric in all_metrics():
        metric.reset_state()
