# %% one step as a function
model = Sequential([Input((4,)), layers.Dense(1)])
optimizer = optimizers.SGD()


def step(x, y):
    answer = model(x, training=True)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(answer - y))
    slopes = tape.gradient(loss, model.trainable_weights)  # ← training/nothing-on-the-tape
    optimizer.apply_gradients(zip(slopes, model.trainable_weights))


# %% answers of predict_on_batch
model = Sequential([Input((4,)), layers.Dense(1)])
loss_object = losses.MeanSquaredError()
with tf.GradientTape() as tape:
    answer = model.predict_on_batch(x)  # ← training/nothing-on-the-tape
    loss = loss_object(y, answer)
slopes = tape.gradient(loss, model.trainable_variables)

# %% a loss object of the author's, and the loss alone inside
net = Sequential([Input((4,)), layers.Dense(1)])
loss_fn = losses.MeanSquaredError()
out = net(x)
with tf.GradientTape() as t:
    value = loss_fn(y, out)
t.gradient(value, net.trainable_variables)  # ← training/nothing-on-the-tape

# %% the pass stands under the tape
model = Sequential([Input((4,)), layers.Dense(1)])
first = model(x)
with tf.GradientTape() as tape:
    first = model(x, training=True)
    loss = tf.reduce_mean(tf.square(first - y))
tape.gradient(loss, model.trainable_variables)

# %% what was computed before is the target of another model
teacher = Sequential([Input((4,)), layers.Dense(1)])
student = Sequential([Input((4,)), layers.Dense(1)])
goal = teacher(x)
with tf.GradientTape() as tape:
    loss = tf.reduce_mean(tf.square(student(x) - goal))
tape.gradient(loss, student.trainable_variables)

# %% a function may pass the model
model = Sequential([Input((4,)), layers.Dense(1)])
answer = model(x)
with tf.GradientTape() as tape:
    loss = objective(x, y) + 0 * tf.reduce_sum(answer)
tape.gradient(loss, model.trainable_variables)

# %% an outer tape follows it
model = Sequential([Input((4,)), layers.Dense(1)])
with tf.GradientTape() as outer:
    answer = model(x)
    with tf.GradientTape() as inner:
        penalty = tf.reduce_mean(tf.square(answer))
loss_slopes = outer.gradient(penalty, model.trainable_variables)

# %% a look at the answers beside the pass
model = Sequential([Input((4,)), layers.Dense(1)])
with tf.GradientTape() as tape:
    print_it = model.predict(x)
    loss = tf.reduce_mean(tf.square(model(x) - y))
tape.gradient(loss, model.trainable_variables)
