# %% a helper that is also the metric, cut by greater
K = keras.backend


def dice_coef(y_true, y_pred, smooth=1.0):
    y_pred = K.cast(K.greater(y_pred, 0.5), "float32")
    inter = K.sum(y_true * y_pred, axis=[1, 2, 3])
    total = K.sum(y_true, axis=[1, 2, 3]) + K.sum(y_pred, axis=[1, 2, 3])
    return K.mean((2.0 * inter + smooth) / (total + smooth))


def overlap_loss(y_true, y_pred):
    bce = K.mean(K.binary_crossentropy(y_true, y_pred))
    return bce + (1.0 - dice_coef(y_true, y_pred))  # ← training/term-without-slope


model.compile(optimizer="adam", loss=overlap_loss, metrics=[dice_coef])

# %% cut in the loss, weighted, in a mean, and by steps
def focal_and_f1(y_true, y_pred, share=0.3):
    smooth = tf.keras.losses.binary_crossentropy(y_true, y_pred)
    hard = tf.round(y_pred)  # ← training/term-without-slope
    hits = tf.reduce_sum(y_true * hard)
    counted = 1 - 2 * hits / (tf.reduce_sum(y_true) + tf.reduce_sum(hard) + 1e-7)
    return tf.reduce_mean((1 - share) * smooth + share * counted)


def grown(y_true, y_pred):
    loss = tf.reduce_mean(tf.square(y_true - y_pred))
    loss *= 2
    loss += 0.1 * tf.reduce_mean(tf.cast(y_pred < 0, tf.float32))  # ← training/term-without-slope
    return loss


def signs(y_true, y_pred):
    near = keras.ops.mean(keras.ops.abs(y_true - y_pred))
    side = keras.ops.mean(keras.ops.abs(keras.ops.sign(y_true) - keras.ops.sign(y_pred)))  # ← training/term-without-slope
    return keras.ops.add(near, side / 2)


model.compile("adam", focal_and_f1)
model.compile("adam", grown)
model.compile("adam", loss=signs)

# %% classes chosen by argmax, made one-hot again; a count of whole numbers; an accuracy
def chosen(y_true, y_pred):
    entropy = tf.keras.losses.categorical_crossentropy(y_true, y_pred)
    hard = tf.one_hot(tf.argmax(y_pred, axis=-1), 5)  # ← training/term-without-slope
    return entropy + 1.0 - tf.reduce_mean(tf.reduce_sum(y_true * hard, axis=-1))


def whole(y_true, y_pred):
    wrong = keras.ops.abs(keras.ops.cast(y_pred, "int32") - keras.ops.cast(y_true, "int32"))  # ← training/term-without-slope
    return keras.losses.mean_squared_error(y_true, y_pred) + keras.ops.mean(keras.ops.cast(wrong, "float32"))


def right(y_true, y_pred):
    return keras.losses.binary_crossentropy(y_true, y_pred) - keras.metrics.binary_accuracy(y_true, y_pred)  # ← training/term-without-slope


recall = tf.keras.metrics.Recall()


def recalled(y_true, y_pred):
    return tf.keras.losses.binary_crossentropy(y_true, y_pred) + 0.5 * (1 - recall(y_true, y_pred))  # ← training/term-without-slope


model.compile("adam", loss={"a": chosen, "b": whole, "c": right, "d": recalled})

# %% a class, a function that makes the loss, and helpers of helpers
class Both(keras.losses.Loss):
    def __init__(self, weight=0.5, **settings):
        super().__init__(**settings)
        self.weight = weight

    def hits(self, y_true, y_pred):
        return keras.ops.mean(y_true * keras.ops.cast(y_pred >= 0.5, "float32"))

    def call(self, y_true, y_pred):
        smooth = keras.losses.binary_crossentropy(y_true, y_pred)
        return self.weight * smooth + (1 - self.weight) * (1 - self.hits(y_true, y_pred))  # ← training/term-without-slope


def jaccard(truth, answer):
    chosen = tf.cast(answer > 0.5, tf.float32)
    both = tf.reduce_sum(truth * chosen)
    return both / (tf.reduce_sum(truth) + tf.reduce_sum(chosen) - both)


def jaccard_loss(truth, answer):
    return 1 - jaccard(truth, answer)


def mixed(alpha):
    def loss(y_true, y_pred):
        parts = [
            alpha * keras.losses.binary_crossentropy(y_true, y_pred),
            (1 - alpha) * jaccard_loss(y_true, y_pred),  # ← training/term-without-slope
        ]
        return tf.add_n(parts)
    return loss


def total(y_true, y_pred):
    return tf.reduce_mean(tf.abs(y_true - y_pred)) + jaccard_loss(y_true, y_pred)  # ← training/term-without-slope


def twice(y_true, y_pred):
    return 2.0 * total(y_true, y_pred)


model.compile("adam", loss=Both(0.4))
model.compile("adam", loss=mixed(0.4))
model.compile("adam", loss=twice)

# %% under a tape
def dice(y, p):
    hard = tf.cast(p > 0.5, tf.float32)
    return 2 * tf.reduce_sum(y * hard) / (tf.reduce_sum(y) + tf.reduce_sum(hard) + 1e-6)


@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        p = net(x, training=True)
        bce = tf.reduce_mean(keras.losses.binary_crossentropy(y, p))
        loss = bce + 0.5 * (1 - dice(y, p))  # ← training/term-without-slope
    grads = tape.gradient(loss, net.trainable_variables)
    opt.apply_gradients(zip(grads, net.trainable_variables))


class Trained(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            wrong = tf.reduce_mean(tf.cast(tf.round(y_pred) != y, tf.float32))  # ← training/term-without-slope
            loss = self.compute_loss(y=y, y_pred=y_pred) + wrong
        weights = self.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return {"loss": loss}

# %% the soft overlap; labels that are cut; the counted overlap only as a metric
def dice(y_true, y_pred):
    y_true = tf.cast(y_true > 0.5, tf.float32)
    return (2 * tf.reduce_sum(y_true * y_pred) + 1) / (tf.reduce_sum(y_true) + tf.reduce_sum(y_pred) + 1)


def hard_dice(y_true, y_pred):
    return dice(y_true, tf.cast(y_pred > 0.5, tf.float32))


def loss(y_true, y_pred):
    return tf.reduce_mean(keras.losses.binary_crossentropy(y_true, y_pred)) + 1 - dice(y_true, y_pred)


model.compile("adam", loss=loss, metrics=[hard_dice])

# %% pieces of one function: Huber written with masks
def pieces(y_true, y_pred):
    error = tf.abs(y_true - y_pred)
    small = tf.cast(error < 1.0, tf.float32)
    return small * 0.5 * error ** 2 + (1 - small) * error - (1 - small) * 0.5


def chosen(y_true, y_pred):
    error = y_true - y_pred
    return tf.reduce_mean(tf.where(tf.abs(error) < 1, 0.5 * error ** 2, tf.abs(error) - 0.5))


def multiplied(y_true, y_pred):
    loss = tf.reduce_mean(tf.square(y_true - y_pred))
    wrong = 1 + tf.reduce_mean(tf.cast(tf.round(y_pred) != y_true, tf.float32))
    loss *= wrong
    return loss


model.compile("adam", loss=multiplied)
model.compile("adam", loss=pieces)
model.compile("adam", loss=chosen)

# %% a weight by whether the answer is right, also written as a sum
def weighted(y_true, y_pred):
    wrong = tf.cast(tf.not_equal(tf.round(y_pred), y_true), tf.float32)
    return tf.reduce_mean((1 + 2 * wrong) * keras.losses.binary_crossentropy(y_true, y_pred))


def more(y_true, y_pred):
    error = tf.square(y_true - y_pred)
    late = tf.cast(y_pred < y_true, tf.float32)
    return tf.reduce_mean(error) + 3 * tf.reduce_mean(late * error)


model.compile("adam", loss=weighted)
model.compile("adam", loss=more)

# %% straight through on purpose, and a term that is printed only
def through(y_true, y_pred):
    hard = y_pred + tf.stop_gradient(tf.round(y_pred) - y_pred)
    return keras.losses.binary_crossentropy(y_true, y_pred) + tf.reduce_mean(tf.abs(y_true - hard))


def beside(y_true, y_pred):
    counted = keras.ops.mean(keras.ops.cast(y_pred > 0.5, "float32"))
    print(counted)
    return keras.losses.binary_crossentropy(y_true, y_pred) + 0.0 * counted


model.compile("adam", loss=through)
model.compile("adam", loss=beside)

# %% a term that has other weights; one of the labels and of sizes only; one that a condition chooses
def guided(y_true, y_pred):
    judged = critic(tf.cast(y_pred > 0.5, tf.float32))
    return keras.losses.binary_crossentropy(y_true, y_pred) + tf.reduce_mean(judged)


def sized(y_true, y_pred):
    count = tf.cast(tf.shape(y_pred)[0], tf.float32)
    some = tf.reduce_mean(tf.cast(y_true > 0.5, tf.float32))
    return tf.reduce_sum(tf.square(y_true - y_pred)) / count + 0.1 * some


def either(y_true, y_pred, hard=False):
    if hard:
        y_pred = tf.round(y_pred)
    return keras.losses.binary_crossentropy(y_true, y_pred) + tf.reduce_mean(tf.abs(y_true - y_pred))


critic = Sequential([layers.Dense(1)])
model.compile("adam", loss=guided)
model.compile("adam", loss=sized)
model.compile("adam", loss=either)

# %% under a tape: a penalty of the weights, and what is counted for a metric
@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        p = net(x, training=True)
        loss = tf.reduce_mean(keras.losses.binary_crossentropy(y, p)) + sum(net.losses)
        hits = tf.reduce_mean(tf.cast(tf.round(p) == y, tf.float32))
    grads = tape.gradient(loss, net.trainable_variables)
    opt.apply_gradients(zip(grads, net.trainable_variables))
    return loss, hits


@tf.function
def play(states, actions, rewards):
    with tf.GradientTape() as tape:
        scores = net(states)
        taken = tf.reduce_sum(scores * tf.one_hot(actions, 4), axis=1)
        best = tf.reduce_max(target(states), axis=1)
        greedy = tf.reduce_sum(scores * tf.one_hot(tf.argmax(scores, axis=1), 4), axis=1)
        loss = tf.reduce_mean(tf.square(rewards + best - taken)) - 0.01 * tf.reduce_mean(greedy)
    grads = tape.gradient(loss, net.trainable_variables)
    opt.apply_gradients(zip(grads, net.trainable_variables))

# %% a lambda, and what add_loss is given
def hits(y, p):
    return tf.reduce_mean(y * tf.cast(p > 0.5, tf.float32))


model.compile("adam", loss=lambda t, p: keras.losses.binary_crossentropy(t, p) + 1 - hits(t, p))  # ← training/term-without-slope
inner = Input((4,))
out = layers.Dense(3)(inner)
net = Model(inner, out)
net.add_loss(0.1 * tf.reduce_mean(tf.cast(out < 0, tf.float32)))  # ← training/term-without-slope


class Sparse(layers.Layer):
    def call(self, x):
        active = tf.reduce_mean(tf.cast(x > 0.1, tf.float32))  # ← training/term-without-slope
        self.add_loss(active)
        return x


net.compile("adam", "mse")

# %% a smooth lambda; what add_loss is given has a slope, or is counted beside it
def soft(y, p):
    return tf.reduce_mean(y * p)


model.compile("adam", loss=lambda t, p: keras.losses.binary_crossentropy(t, p) + 1 - soft(t, p))
inner = Input((4,))
out = layers.Dense(3)(inner)
net = Model(inner, out)
net.add_loss(0.1 * tf.reduce_mean(tf.nn.relu(-out)))
net.add_loss(tf.reduce_mean(tf.cast(out < 0, tf.float32) * out ** 2))
net.add_loss(lambda: 1e-4 * tf.reduce_sum(net.layers[1].kernel ** 2))


class Sparse(layers.Layer):
    def call(self, x):
        active = tf.reduce_mean(tf.cast(x > 0.1, tf.float32))
        self.add_metric(active, name="active")
        self.add_loss(1e-3 * tf.reduce_sum(tf.abs(x)))
        return x


net.compile("adam", "mse")
