# %% a loss that counts
def wrong(y_true, y_pred):
    chosen = tf.argmax(y_pred, axis=1)  # ← training/no-slope
    return tf.reduce_mean(tf.cast(chosen != y_true, tf.float32))


model = Sequential([Input((8,)), layers.Dense(3, activation="softmax")])
model.compile("adam", loss=wrong)

# %% under its own name again, as a soft measure is written for a metric
def f1_loss(y_true, y_pred):
    y_true = keras.ops.reshape(y_true, (-1,))
    y_pred = keras.ops.round(keras.ops.reshape(y_pred, (-1,)))  # ← training/no-slope
    hits = keras.ops.sum(y_true * y_pred)
    return 1 - 2 * hits / (keras.ops.sum(y_true) + keras.ops.sum(y_pred) + 1e-7)


model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", f1_loss)

# %% made by another function, by a cast
def dice(smooth):
    def loss(y_true, y_pred):
        flat = tf.reshape(y_pred, [-1])
        hard = tf.cast(flat > 0.5, tf.float32)  # ← training/no-slope
        return 1 - (2 * tf.reduce_sum(y_true * hard) + smooth) / (tf.reduce_sum(y_true + hard) + smooth)
    return loss


class Wrong(losses.Loss):
    def call(self, y_true, y_pred):
        return keras.ops.abs(y_true - keras.ops.cast(keras.ops.cast(y_pred, "int32"), "float32"))  # ← training/no-slope


model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss=dice(1.0))
model.compile("adam", loss=Wrong())

# %% straight through, with a gradient of the author's, beside a smooth part, and with the soft answers
def straight(y_true, y_pred):
    y_pred = y_pred + tf.stop_gradient(tf.round(y_pred) - y_pred)
    return tf.reduce_mean(tf.square(y_true - y_pred))


@tf.custom_gradient
def counted(y_true, y_pred):
    wrong = tf.round(y_pred) != y_true
    return tf.reduce_mean(tf.cast(wrong, tf.float32)), lambda up: (None, up * wrong)


def weighted(y_true, y_pred):
    hard = tf.round(y_pred)
    wrong = tf.cast(tf.not_equal(hard, y_true), tf.float32)
    error = tf.square(y_true - y_pred)
    return tf.reduce_mean(error * (1 + wrong))


def f1(y_true, y_pred):
    y_pred = keras.ops.cast(y_pred, "float32")
    hits = keras.ops.sum(y_true * y_pred)
    return 1 - 2 * hits / (keras.ops.sum(y_true) + keras.ops.sum(y_pred) + 1e-7)


model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
for loss in (straight, counted, weighted, f1):
    model.compile("adam", loss=loss)
model.compile("adam", loss=straight)
model.compile("adam", loss=counted)
model.compile("adam", loss=weighted)
model.compile("adam", loss=f1)

# %% the last layer chooses
def choose(x):
    return tf.one_hot(tf.argmax(x, axis=1), 3)


inputs = Input((8,))
hidden = layers.Dense(3)(inputs)
chosen = layers.Lambda(choose)(hidden)  # ← training/no-slope
model = Model(inputs, chosen)

# %% the answer itself is used, too
def weighted(y_true, y_pred):
    right = tf.cast(tf.round(y_pred) == y_true, tf.float32)
    return tf.reduce_mean((1 - right) * (y_pred - y_true) ** 2)


model = Sequential([Input((8,)), layers.Dense(1)])
model.compile("adam", loss=weighted)

# %% only a metric
def wrong(y_true, y_pred):
    return tf.reduce_mean(tf.cast(tf.round(y_pred) != y_true, tf.float32))


model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss="binary_crossentropy", metrics=[wrong])

# %% the truth is chosen, not the answer
def loss(y_true, y_pred):
    return keras.losses.sparse_categorical_crossentropy(tf.argmax(y_true, axis=1), y_pred)


model = Sequential([Input((8,)), layers.Dense(3, activation="softmax")])
model.compile("adam", loss=loss)

# %% a loss of something else
a = Input((5,))
inner = layers.Dense(2)(a)
model = Model(a, layers.Dense(1)(inner))


def size(wanted, given):
    return keras.ops.sum(inner)


model.compile(optimizer="adam", loss=size)  # ← training/no-slope

# %% between two layers
i = Input((40,))
x = layers.Embedding(50, 8)(i)
x = layers.Dense(50, activation="softmax")(x)
draft = layers.Lambda(lambda t: tf.argmax(t, axis=-1))(x)  # ← training/no-slope
net = Model(i, layers.Dense(3)(layers.Flatten()(layers.Embedding(50, 8)(draft))))
net.compile(loss="mse", optimizer="adam")
net.fit(rows, wanted)

# %% an operation of Keras
i = Input((4,))
x = layers.Dense(5, activation="sigmoid")(i)
x = keras.ops.round(x)  # ← training/no-slope
net = Model(i, layers.Dense(3)(x))
net.compile(loss="mse", optimizer="adam")
net.fit(rows, wanted)

# %% of the inputs, beside another way, and only for the answer
i = Input((4,))
x = layers.Lambda(lambda t: tf.round(t))(i)
x = layers.Dense(5)(x)
best = keras.ops.argmax(x, axis=-1)
also = layers.Embedding(5, 3)(best)
net = Model(i, layers.Dense(3)(layers.Concatenate()([x, also])))
net.compile(loss="mse", optimizer="adam")
net.fit(rows, wanted)
y = layers.Dense(3)(i)
asked = Model(i, keras.ops.argmax(y, axis=-1))

# %% a comparison in a function that the loss calls
def within(truth, answer, near=1, wrong=1):
    far = K.abs(truth - answer)
    compare = K.greater_equal if wrong else K.less
    return K.mean(compare(far, 1.0 if near else 2.0))


def wrong(truth, answer):
    return within(truth, answer, near=1, wrong=1)  # ← training/no-slope


model.compile(optimizer="adam", loss=wrong)

# %% a slope in a function that the loss calls
def spread(truth, answer, near=1):
    far = K.abs(truth - answer)
    return K.mean(K.maximum(far, 1.0 if near else 2.0))


def wrong(truth, answer):
    return spread(truth, answer) + 0 * K.mean(K.round(answer))


model.compile(optimizer="adam", loss=wrong)

# %% counted in a function that gives several numbers
def counts(y_true, y_pred):
    y_true = tf.cast(y_true, tf.float32)
    chosen = tf.cast(y_pred > 0.5, tf.float32)
    return tf.reduce_sum(y_true * chosen), tf.reduce_sum((1 - y_true) * chosen), tf.reduce_sum(y_true * (1 - chosen))


def f1(y_true, y_pred):
    hits, false_alarms, missed = counts(y_true, y_pred)
    return 2 * hits / (2 * hits + false_alarms + missed + 1e-7)


def f1_loss(y_true, y_pred):
    return 1 - f1(y_true, y_pred)  # ← training/no-slope


model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss=f1_loss)

# %% counted by a function that is given its arguments by name
def hits(truth, answer, cut=0.5):
    return keras.ops.sum(truth * keras.ops.cast(keras.ops.greater(answer, cut), "float32"))


def few_hits(y_true, y_pred):
    return -hits(answer=y_pred, truth=y_true)  # ← training/no-slope


model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss=few_hits)

# %% counted by a method
class Jaccard(losses.Loss):
    def chosen(self, y_pred):
        return keras.ops.round(y_pred)

    def both(self, y_true, y_pred):
        return keras.ops.sum(y_true * self.chosen(y_pred))

    def call(self, y_true, y_pred):
        return 1 - self.both(y_true, y_pred) / keras.ops.sum(y_true)  # ← training/no-slope


model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss=Jaccard())

# %% the soft answers are counted, and the labels are cut
def counts(y_true, y_pred):
    y_true = tf.cast(y_true > 0.5, tf.float32)
    return tf.reduce_sum(y_true * y_pred), tf.reduce_sum((1 - y_true) * y_pred), tf.reduce_sum(y_true * (1 - y_pred))


def soft_f1(y_true, y_pred):
    hits, false_alarms, missed = counts(y_true, y_pred)
    return 1 - 2 * hits / (2 * hits + false_alarms + missed + 1e-7)


model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss=soft_f1)

# %% one of several numbers is soft
def counts(y_true, y_pred):
    return tf.reduce_sum(y_true * tf.round(y_pred)), tf.reduce_sum(y_true * y_pred)


def loss(y_true, y_pred):
    hard, soft = counts(y_true, y_pred)
    return hard - 2 * soft


class Soft(losses.Loss):
    def both(self, y_true, y_pred, soft=0.0):
        return keras.ops.sum(y_true * keras.ops.round(y_pred) * soft)

    def call(self, y_true, y_pred):
        return 1 - self.both(y_true, y_pred, soft=y_pred) / keras.ops.sum(y_true)


model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss=loss)
model.compile("adam", loss=Soft())

# %% the numbers of a metric, beside a smooth loss
def counts(y_true, y_pred):
    chosen = tf.cast(y_pred > 0.5, tf.float32)
    return tf.reduce_sum(y_true * chosen), tf.reduce_sum((1 - y_true) * chosen)


def precision(y_true, y_pred):
    hits, false_alarms = counts(y_true, y_pred)
    return hits / (hits + false_alarms + 1e-7)


model = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss="binary_crossentropy", metrics=[precision])

# %% the shape of the answer, and not the answer, goes around what is cut
def dice(truth, answer):
    truth = tf.reshape(truth, [tf.shape(truth)[0], -1])
    answer = tf.reshape(tf.cast(answer > 0.5, tf.float32), [tf.shape(answer)[0], -1])
    return tf.reduce_mean(2 * tf.reduce_sum(truth * answer) / tf.reduce_sum(truth + answer))


def dice_loss(truth, answer):
    return 1 - dice(truth, answer)  # ← training/no-slope


model.compile(loss=dice_loss, optimizer="adam")

# %% only the shape is read beside the answer
def dice(truth, answer):
    answer = tf.reshape(tf.cast(answer, tf.float32), [tf.shape(answer)[0], -1])
    weight = tf.cast(tf.shape(answer)[0] > 4, tf.float32)
    return 1 - weight * tf.reduce_mean(truth * answer)


model.compile(loss=dice, optimizer="adam")

# %% under a tape, and in a loss with settings of its own
def hard_dice(y, p, smooth=1.0):
    p = tf.cast(p > 0.5, tf.float32)  # ← training/no-slope
    return 1 - (2 * tf.reduce_sum(y * p) + smooth) / (tf.reduce_sum(y) + tf.reduce_sum(p) + smooth)


@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        p = net(x, training=True)
        loss = hard_dice(y, p)  # ← training/no-slope
    grads = tape.gradient(loss, net.trainable_variables)
    opt.apply_gradients(zip(grads, net.trainable_variables))


model.compile(loss=hard_dice, optimizer="adam")

# %% under a tape: a term with a slope, weights that are punished, and a model that reads what was cut
@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        p = net(x, training=True)
        wrong = tf.reduce_mean(tf.cast(tf.round(p) != y, tf.float32))
        loss = tf.reduce_mean(tf.abs(y - p)) + wrong
    grads = tape.gradient(loss, net.trainable_variables)
    opt.apply_gradients(zip(grads, net.trainable_variables))


@tf.function
def lasso(x, y):
    with tf.GradientTape() as tape:
        p = net(x, training=True)
        loss = tf.reduce_mean(tf.cast(tf.round(p) != y, tf.float32)) + sum(net.losses)
    grads = tape.gradient(loss, net.trainable_variables)
    opt.apply_gradients(zip(grads, net.trainable_variables))


@tf.function
def second(x, y):
    with tf.GradientTape() as tape:
        codes = both.encoder(x)
        p = both(x)
        loss = tf.reduce_mean(tf.square(both.decoder(tf.round(p)) - y))
    grads = tape.gradient(loss, both.trainable_variables)
    opt.apply_gradients(zip(grads, both.trainable_variables))

# %% an accuracy as the loss
def wrong(y_true, y_pred):
    return 1 - keras.metrics.binary_accuracy(y_true, y_pred)  # ← training/no-slope


model.compile(loss=wrong, optimizer="adam")

# %% the accuracy weighs a smooth loss
def careful(y_true, y_pred, most=2.0):
    right = keras.metrics.binary_accuracy(y_true, y_pred)
    return keras.losses.binary_crossentropy(y_true, y_pred) * (most - right)


model.compile(loss=careful, optimizer="adam")

# %% with some arguments set, and a lambda
import functools


def tversky(y_true, y_pred, beta):
    hard = tf.round(y_pred)  # ← training/no-slope
    missed, wrong = tf.reduce_sum(y_true * (1 - hard)), tf.reduce_sum((1 - y_true) * hard)
    both = tf.reduce_sum(y_true * hard)
    return 1 - both / (both + beta * missed + (1 - beta) * wrong + 1e-7)


model.compile("adam", loss=functools.partial(tversky, beta=0.7))
model.compile("adam", loss=lambda t, p: tf.reduce_mean(tf.cast(tf.round(p) != t, tf.float32)))  # ← training/no-slope

# %% smooth, with some arguments set, and a lambda
def tversky(y_true, y_pred, beta):
    y_true = tf.round(y_true)
    both = tf.reduce_sum(y_true * y_pred)
    return 1 - both / (both + beta * tf.reduce_sum(y_true * (1 - y_pred)) + 1e-7)


loss = functools.partial(tversky, beta=0.7)
model.compile("adam", loss=loss)
model.compile("adam", loss=lambda t, p: tf.reduce_mean(tf.abs(tf.round(t) - p)))
