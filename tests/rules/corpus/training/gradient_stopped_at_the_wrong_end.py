# %% the codes of a book
class Quantizer(layers.Layer):
    def call(self, z):
        flat = keras.ops.reshape(z, (-1, 8))
        far = keras.ops.sum((flat[:, None] - self.book) ** 2, axis=-1)
        near = keras.ops.argmin(far, axis=1)
        codes = keras.ops.reshape(keras.ops.take(self.book, near, axis=0), keras.ops.shape(z))
        return codes + keras.ops.stop_gradient(z - codes)  # ← training/gradient-stopped-at-the-wrong-end

# %% in one line, and by a function of the author's
def rounded(x):
    return tf.round(x) + tf.stop_gradient(x - tf.round(x))  # ← training/gradient-stopped-at-the-wrong-end


def nearest(z):
    return tf.gather(book, tf.argmin(distances(z), axis=1))


def quantized(z):
    q = nearest(z)
    return q - tf.stop_gradient(q) + tf.stop_gradient(z)  # ← training/gradient-stopped-at-the-wrong-end

# %% the sign of the gradient
def bits(x):
    hard = tf.where(x > 0, 1.0, -1.0)
    return tf.stop_gradient(x) + hard - x  # ← training/gradient-stopped-at-the-wrong-end

# %% detached
def sampled(logits):
    hard = one_hot(logits.argmax(-1))
    soft = logits.softmax(-1)
    return soft + (hard - soft).detach()


def turned(soft):
    hard = one_hot(soft.argmax(-1))
    return hard + (soft - hard).detach()  # ← training/gradient-stopped-at-the-wrong-end

# %% the predictor of two views
def likeness(p, z):
    p = tf.stop_gradient(tf.math.l2_normalize(p, axis=1))
    return -tf.reduce_mean(tf.reduce_sum(p * tf.math.l2_normalize(z, axis=1), axis=1))


def likeness_of(p, z):
    p = tf.stop_gradient(p)  # ← training/gradient-stopped-at-the-wrong-end
    return tf.reduce_mean(losses.cosine_similarity(p, z))


def step(first, second):
    z1, z2 = encoder(first), encoder(second)
    p1, p2 = predictor(z1), predictor(z2)
    return likeness_of(predictor(z1), z2) + likeness_of(predictor(z2), z1)

# %% nothing reaches the weights
for state, goal in batches:
    with tf.GradientTape() as tape:
        guess = model(state, training=True)  # ← training/gradient-stopped-at-the-wrong-end
        loss = tf.reduce_mean((goal - tf.stop_gradient(guess)) ** 2)
    adam.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))

# %% the right way round
class Quantizer(layers.Layer):
    def call(self, z):
        near = keras.ops.argmin(distances(z), axis=1)
        codes = keras.ops.take(self.book, near, axis=0)
        self.add_loss(keras.ops.mean((keras.ops.stop_gradient(codes) - z) ** 2))
        self.add_loss(keras.ops.mean((codes - keras.ops.stop_gradient(z)) ** 2))
        return z + keras.ops.stop_gradient(codes - z)


def bits(x):
    x = tf.tanh(x)
    hard = tf.where(x > 0, 1.0, -1.0)
    return tf.stop_gradient(hard - x) + x


def other(x):
    return x - tf.stop_gradient(x - tf.round(x))

# %% a residual that is only partly stopped
def shifted(x):
    y = layers.Dense(8)(x)
    return y + tf.stop_gradient(x - y)

# %% the code of the other view is stopped
def likeness(p, z):
    z = tf.stop_gradient(z)
    return tf.reduce_mean(losses.cosine_similarity(p, z))


def step(first, second):
    z1, z2 = encoder(first), encoder(second)
    return likeness(predictor(z1), z2) + likeness(predictor(z2), z1)

# %% a goal that is stopped
for state, after in batches:
    with tf.GradientTape() as tape:
        goal = tf.stop_gradient(model(after))
        guess = model(state, training=True)
        loss = tf.reduce_mean((goal - guess) ** 2)
    adam.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))

# %% a value and the gradient of another bend
def soft_edge(x):
    leaky = tf.where(x > 0, x, 0.1 * x)
    return leaky + tf.stop_gradient(x - leaky)
