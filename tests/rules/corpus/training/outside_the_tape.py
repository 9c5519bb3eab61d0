# %% before
net = Sequential([Input((4,)), layers.Dense(1)])
rule = optimizers.Adam()
guess = net(x)
with tf.GradientTape() as tape:
    loss = tf.reduce_mean(tf.square(guess - y))
slopes = tape.gradient(loss, net.trainable_weights)  # ← training/outside-the-tape
rule.apply_gradients(zip(slopes, net.trainable_variables))

# %% in a function, with a loss object
net = Sequential([Input((4,)), layers.Dense(1)])
rule = optimizers.Adam()
far = keras.losses.MeanSquaredError()


@tf.function
def step(x, y):
    answer = net(x, training=True)
    with tf.GradientTape() as t:
        value = far(y, answer)
    slopes = t.gradient(value, net.trainable_variables)  # ← training/outside-the-tape
    rule.apply_gradients(zip(slopes, net.trainable_variables))

# %% predict
net = Sequential([Input((4,)), layers.Dense(1)])
rule = optimizers.Adam()
with tf.GradientTape() as tape:
    loss = keras.ops.mean((net.predict(x, verbose=0) - y) ** 2)  # ← training/outside-the-tape
slopes = tape.gradient(loss, net.trainable_variables)
rule.apply_gradients(zip(slopes, net.trainable_variables))

# %% predict, the gradient under the tape, a loss of the author's
def far(truth, answer):
    difference = truth - answer
    return tf.reduce_sum(difference**2)


net = Sequential([Input((4,)), layers.Dense(1)])
rule = optimizers.Adam()
with tf.GradientTape(persistent=True) as tape:
    guess = net.predict_on_batch(x)  # ← training/outside-the-tape
    loss = far(y, guess)
    slopes = tape.gradient(loss, net.trainable_variables)
rule.apply_gradients(zip(slopes, net.trainable_variables))

# %% under the tape
net = Sequential([Input((4,)), layers.Dense(1)])
rule = optimizers.Adam()
with tf.GradientTape() as tape:
    loss = tf.reduce_mean((net(x) - y) ** 2)
slopes = tape.gradient(loss, net.trainable_variables)
rule.apply_gradients(zip(slopes, net.trainable_variables))

# %% an answer before, and one under the tape
net = Sequential([Input((4,)), layers.Dense(1)])
rule = optimizers.Adam()
before = net(x)
with tf.GradientTape() as tape:
    loss = tf.reduce_mean((net(x) - before + y) ** 2)
slopes = tape.gradient(loss, net.trainable_variables)
rule.apply_gradients(zip(slopes, net.trainable_variables))

# %% the targets of another network are predicted
net = Sequential([Input((4,)), layers.Dense(1)])
rule = optimizers.Adam()
old = Sequential([Input((4,)), layers.Dense(1)])
with tf.GradientTape() as tape:
    loss = tf.reduce_mean((old.predict(x) - net(x)) ** 2)
slopes = tape.gradient(loss, net.trainable_variables)
rule.apply_gradients(zip(slopes, net.trainable_variables))

# %% the second half of a pair learns from predictions of the first
net = Sequential([Input((4,)), layers.Dense(1)])
rule = optimizers.Adam()
critic = Sequential([Input((1,)), layers.Dense(1)])
with tf.GradientTape() as tape:
    loss = tf.reduce_mean(critic(net.predict(x)))
slopes = tape.gradient(loss, critic.trainable_variables)
rule.apply_gradients(zip(slopes, critic.trainable_variables))

# %% a function that nobody sees calls the model
net = Sequential([Input((4,)), layers.Dense(1)])
rule = optimizers.Adam()
guess = net(x)
with tf.GradientTape() as tape:
    loss = compute(guess, y)
slopes = tape.gradient(loss, net.trainable_variables)
rule.apply_gradients(zip(slopes, net.trainable_variables))

# %% a penalty on the weights
net = Sequential([Input((4,)), layers.Dense(1)])
rule = optimizers.Adam()
guess = net(x)
with tf.GradientTape() as tape:
    loss = tf.reduce_mean((guess - y) ** 2) + sum(tf.nn.l2_loss(w) for w in net.trainable_weights)
slopes = tape.gradient(loss, net.trainable_variables)
rule.apply_gradients(zip(slopes, net.trainable_variables))

# %% a slope of the input
net = Sequential([Input((4,)), layers.Dense(1)])
rule = optimizers.Adam()
x = tf.Variable(x)
guess = net(x)
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(x**2) + tf.reduce_sum(guess)
slopes = tape.gradient(loss, x)

# %% a part of it is called
inner = layers.Dense(1)
net = Sequential([Input((4,)), inner])
guess = net(x)
with tf.GradientTape() as tape:
    loss = tf.reduce_mean((inner(x) - guess) ** 2)
slopes = tape.gradient(loss, net.trainable_variables)

# %% asked for after the tape has closed
def slope(x):
    with tf.GradientTape() as tape:
        tape.watch(x)
    return tape.gradient(compute(x), x)  # ← training/outside-the-tape

# %% the loss becomes a number of NumPy
net = Sequential([Input((4,)), layers.Dense(1)])
with tf.GradientTape() as tape:
    loss = np.mean((net(x) - y) ** 2)  # ← training/outside-the-tape
slopes = tape.gradient(loss, net.trainable_variables)

# %% what minimize calls computes nothing
weight = tf.Variable(1.0)
cost = tf.reduce_mean((weight * x - y) ** 2)
optimizers.Adam().minimize(lambda: cost, var_list=[weight])  # ← training/outside-the-tape

# %% what minimize calls computes the loss
weight = tf.Variable(1.0)
optimizers.Adam().minimize(lambda: tf.reduce_mean((weight * x - y) ** 2), var_list=[weight])
def cost():
    return tf.reduce_mean((weight * x - y) ** 2)


optimizers.Adam().minimize(cost, var_list=[weight])

# %% a number of NumPy only to be printed
net = Sequential([Input((4,)), layers.Dense(1)])
with tf.GradientTape() as tape:
    loss = tf.reduce_mean((net(x) - y) ** 2)
    shown = loss.numpy()
slopes = tape.gradient(loss, net.trainable_variables)

# %% the loss comes after the tape
net = Sequential([Input((4,)), layers.Dense(1)])
with tf.GradientTape() as tape:
    guess = net(x)
loss = tf.reduce_mean((guess - y) ** 2)
slopes = tape.gradient(loss, net.trainable_variables)  # ← training/outside-the-tape

# %% an answer that becomes numbers
model = Sequential([Input((3,)), layers.Dense(1)])
adam = optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        answer = model(x, training=True).numpy()  # ← training/outside-the-tape
        loss = tf.reduce_mean((answer - y) ** 2)
    adam.apply_gradients(zip(tape.gradient(loss, model.trainable_weights), model.trainable_weights))

# %% numbers beside the answer
model = Sequential([Input((3,)), layers.Dense(1)])
adam = optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        answer = model(x, training=True)
        print(model(x).numpy())
        loss = tf.reduce_mean((answer - y) ** 2)
    adam.apply_gradients(zip(tape.gradient(loss, model.trainable_weights), model.trainable_weights))

# %% a training step of the author's
class Net(keras.Model):
    def train_step(self, data):
        x, y = data
        answer = self(x, training=True)
        with tf.GradientTape() as tape:
            loss = self.compute_loss(y=y, y_pred=answer)
        slopes = tape.gradient(loss, self.trainable_variables)  # ← training/outside-the-tape
        self.optimizer.apply_gradients(zip(slopes, self.trainable_variables))
        return {"loss": loss}

# %% a training step whose penalties reach the weights
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = layers.Dense(1, kernel_regularizer="l2")

    def train_step(self, data):
        x, y = data
        answer = self(x, training=True)
        with tf.GradientTape() as tape:
            loss = self.compute_loss(y=y, y_pred=answer)
        slopes = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(slopes, self.trainable_variables))
        return {"loss": loss}

# %% parts of the model are called before
class Coder(keras.Model):
    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder, self.decoder = encoder, decoder

    def train_step(self, rows):
        again = self.decoder(self.encoder(rows))
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((again - rows) ** 2)
        slopes = tape.gradient(loss, self.trainable_weights)  # ← training/outside-the-tape
        self.optimizer.apply_gradients(zip(slopes, self.trainable_weights))
        return {"loss": loss}

# %% a method calls the model under the tape
class Net(keras.Model):
    def far(self, rows):
        return tf.reduce_mean((self(rows) - rows) ** 2)

    def train_step(self, rows):
        before = self(rows)
        with tf.GradientTape() as tape:
            loss = self.far(rows) + tf.reduce_mean(before)
        slopes = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(slopes, self.trainable_weights))
        return {"loss": loss}

# %% two tapes: the pictures of one network are made before
def small(width):
    return Sequential([Input((width,)), layers.Dense(8)])


maker, critic = small(3), Sequential([Input((8,)), layers.Dense(1)])
judged = keras.losses.BinaryCrossentropy(from_logits=True)


def step(real):
    made = maker(tf.random.normal((32, 3)), training=True)
    with tf.GradientTape() as first, tf.GradientTape() as second:
        answer, other = critic(made), critic(real)
        mine = judged(tf.ones_like(answer), answer)
        theirs = judged(tf.ones_like(other), other) + judged(tf.zeros_like(answer), answer)
    a = first.gradient(mine, maker.trainable_variables)  # ← training/outside-the-tape
    b = second.gradient(theirs, critic.trainable_variables)
    optimizers.Adam().apply_gradients(zip(a + b, maker.trainable_variables + critic.trainable_variables))

# %% under the tape another model holds this one
first = Input((4,))
coder = Model(first, layers.Dense(2)(first))
whole = Model(first, layers.Dense(4)(coder.output))
code = coder(x)
with tf.GradientTape() as tape:
    loss = tf.reduce_mean((whole(x) - x) ** 2) + tf.reduce_mean(code)
slopes = tape.gradient(loss, coder.trainable_variables)

# %% a function predicts
net = Sequential([Input((4,)), layers.Dense(1)])


def ask(rows):
    return net.predict_on_batch(rows)


with tf.GradientTape() as tape:
    loss = tf.reduce_mean((ask(x) - y) ** 2)  # ← training/outside-the-tape
slopes = tape.gradient(loss, net.trainable_variables)

# %% a method predicts, and another calls
class Agent:
    def __init__(self):
        self.net = Sequential([Input((4,)), layers.Dense(1)])

    def act(self, rows):
        return self.net.predict(rows, verbose=0)

    def learn(self, rows, wanted):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((wanted - self.act(rows)) ** 2)  # ← training/outside-the-tape
        return tape.gradient(loss, self.net.trainable_variables)

    def learn_well(self, rows, wanted):
        best = self.act(rows)
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((wanted + best - self.net(rows)) ** 2)
        return tape.gradient(loss, self.net.trainable_variables)

# %% numbers of Python, in a function that is called under the tape
net = Sequential([Input((4,)), layers.Dense(1)])
rule = optimizers.Adam()
far = keras.losses.MeanSquaredError()


def cost(model, x, y):
    answer = model(x, training=True)
    found = []
    for i in range(4):
        found.append(float(far(y[i], answer[i])))  # ← training/outside-the-tape
    return tf.reduce_mean(tf.convert_to_tensor(found))


with tf.GradientTape() as tape:
    loss = cost(net, x, y)
slopes = tape.gradient(loss, net.trainable_variables)
rule.apply_gradients(zip(slopes, net.trainable_variables))

# %% a total of numbers
net = Sequential([Input((4,)), layers.Dense(1)])
rule = optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        answer, total = net(x), 0.0
        for i in range(4):
            total += tf.reduce_mean((answer[i] - y[i]) ** 2).numpy().item()  # ← training/outside-the-tape
        loss = tf.constant(total) / 4
    slopes = tape.gradient(loss, net.trainable_variables)
    rule.apply_gradients(zip(slopes, net.trainable_variables))

# %% a mean of NumPy
net = Sequential([Input((4,)), layers.Dense(1)])
rule, far = optimizers.Adam(), keras.losses.MeanSquaredError()
for x, y in batches:
    with tf.GradientTape() as tape:
        found = [float(tf.reduce_mean(net(x) - y)) for _ in range(3)]  # ← training/outside-the-tape
        loss = tf.convert_to_tensor(np.mean(found))
    slopes = tape.gradient(loss, net.trainable_variables)
    rule.apply_gradients(zip(slopes, net.trainable_variables))

# %% a method that was asked before
class Loop:
    def __init__(self):
        self.net = Sequential([Input((4,)), layers.Dense(3)])
        self.loss = losses.SparseCategoricalCrossentropy(from_logits=True)
        self.rule = optimizers.SGD(0.05)

    def forward(self, rows):
        return self.net(rows, training=True)

    def epoch(self, data):
        for rows, labels in data:
            logits = self.forward(rows)
            with tf.GradientTape() as tape:
                value = self.loss(labels, logits)
            weights = self.net.trainable_weights
            self.rule.apply(tape.gradient(value, weights), weights)  # ← training/outside-the-tape

# %% a picture that is watched too late
def heat(model, picture):
    answers = model(picture)
    with tf.GradientTape() as tape:
        tape.watch(picture)
        score = answers[:, 3]
    return tape.gradient(score, picture)  # ← training/outside-the-tape

# %% numbers beside the loss, and answers that are computed again
net = Sequential([Input((4,)), layers.Dense(1)])
rule, far, log = optimizers.Adam(), keras.losses.MeanSquaredError(), []
for x, y in batches:
    before = net(x)
    kernel = net.weights[0]
    with tf.GradientTape() as tape:
        weight = float(tf.reduce_mean(before))
        answer = net(x)
        loss = far(y, answer) * weight + tf.reduce_sum(kernel**2)
        log.append(float(loss))
        loss = loss / np.mean(answer)
    slopes = tape.gradient(loss, net.trainable_variables)
    rule.apply_gradients(zip(slopes, net.trainable_variables))


def heat(model, picture):
    with tf.GradientTape() as tape:
        tape.watch(picture)
        maps, answers = model(picture)
        best = int(tf.argmax(answers[0]))
        score = answers[:, best]
    return tape.gradient(score, maps)

# %% an answer of which only the numbers are read
def moments(rows):
    return np.array([np.mean(rows), np.std(rows), np.max(rows)]).reshape((1, 3))
net = Sequential([Input((4,)), layers.Dense(3)])
judge = Sequential([Input((3,)), layers.Dense(1)])
adam = optimizers.Adam()
for x in batches:
    with tf.GradientTape() as tape:
        made = net(x)  # ← training/outside-the-tape
        score = judge(moments(made.numpy().T))
        loss = tf.reduce_mean(score)
    slopes = tape.gradient(loss, net.trainable_variables)
    adam.apply_gradients(zip(slopes, net.trainable_variables))

# %% numbers of an answer are printed, too
net = Sequential([Input((4,)), layers.Dense(3)])
adam = optimizers.Adam()
for x in batches:
    with tf.GradientTape() as tape:
        made = net(x)
        print(made.numpy().mean())
        loss = tf.reduce_mean(made)
    slopes = tape.gradient(loss, net.trainable_variables)
    adam.apply_gradients(zip(slopes, net.trainable_variables))

# %% turned round behind the tape
def climb(x):
    with tf.GradientTape() as tape:
        score = tf.reduce_mean(net(x))
    slopes = tape.gradient(-score, net.trainable_variables)  # ← training/outside-the-tape
    adam.apply_gradients(zip(slopes, net.trainable_variables))

# %% nothing is kept
found = []
with tf.GradientTape() as tape:
    loss = keras.losses.mse(y, model(x))
    found.append()
optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
