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
