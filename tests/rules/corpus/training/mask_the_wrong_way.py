# %% through a layer of the author's
class Block(layers.Layer):
    def __init__(self):
        super().__init__()
        self.att = layers.MultiHeadAttention(2, 8)

    def call(self, h, mask, training=None):
        return self.att(h, h, attention_mask=mask, training=training)


class Net(Model):
    def __init__(self):
        super().__init__()
        self.emb = layers.Embedding(100, 16)
        self.blocks = [Block() for _ in range(2)]

    def call(self, ids, training=None):
        mask = keras.ops.expand_dims(keras.ops.equal(ids, 0), 1)  # ← training/mask-the-wrong-way
        h = self.emb(ids)
        for block in self.blocks:
            h = block(h, mask, training=training)
        return h

# %% a function that makes the mask, in a functional model
def padding_mask(seq):
    seq = tf.cast(tf.math.equal(seq, 0), tf.float32)  # ← training/mask-the-wrong-way
    return seq[:, tf.newaxis, :]


tokens = Input((20,), dtype="int32")
h = layers.Embedding(100, 16)(tokens)
h = layers.MultiHeadAttention(2, 8)(h, h, attention_mask=padding_mask(tokens))

# %% the future in place of the past
class Decoder(layers.Layer):
    def __init__(self):
        super().__init__()
        self.att = layers.MultiHeadAttention(2, 8)

    def call(self, x):
        n = tf.shape(x)[1]
        ahead = 1 - tf.linalg.band_part(tf.ones((n, n)), -1, 0)  # ← training/mask-the-wrong-way
        return self.att(x, x, attention_mask=ahead)

# %% masks of other layers, and a layer's own
class Tokens(layers.Layer):
    def __init__(self):
        super().__init__()
        self.embedding, self.lstm = layers.Embedding(100, 16), layers.LSTM(8)

    def call(self, ids):
        return self.lstm(self.embedding(ids), mask=ids == 0)  # ← training/mask-the-wrong-way

    def compute_mask(self, inputs, mask=None):
        return tf.equal(inputs, 0)  # ← training/mask-the-wrong-way

# %% multiplied and chosen the wrong way
def attend(scores, ids):
    mask = tf.cast(tf.not_equal(ids, 0), tf.float32)  # ← training/mask-the-wrong-way
    scores += mask[:, None, :] * -1e9
    return tf.nn.softmax(scores)


def attend_to(scores, ids):
    keep = ids != 0  # ← training/mask-the-wrong-way
    return tf.nn.softmax(tf.where(keep, -1e9, scores))

# %% the mask that Keras hands on
class Pool(layers.Layer):
    def __init__(self):
        super().__init__()
        self.score = layers.Dense(1)

    def call(self, states, mask=None):
        scores = self.score(states)
        scores = scores + keras.ops.expand_dims(keras.ops.cast(mask, "float32"), -1) * -1e9  # ← training/mask-the-wrong-way
        return keras.ops.sum(keras.ops.softmax(scores, axis=1) * states, axis=1)


tokens = Input((20,))
h = Pool()(layers.Embedding(100, 16, mask_zero=True)(tokens))

# %% a loss, and a mean
loss_object = losses.SparseCategoricalCrossentropy(from_logits=True, reduction="none")


def loss_of(real, guess):
    mask = tf.math.equal(real, 0)  # ← training/mask-the-wrong-way
    loss = loss_object(real, guess)
    mask = tf.cast(mask, loss.dtype)
    loss *= mask
    return tf.reduce_sum(loss) / tf.reduce_sum(mask)


def mean_of(states, ids):
    mask = keras.ops.cast(ids == 0, "float32")[..., None]  # ← training/mask-the-wrong-way
    return keras.ops.sum(states * mask, axis=1) / keras.ops.sum(mask, axis=1)

# %% true at the tokens
class Block(layers.Layer):
    def __init__(self):
        super().__init__()
        self.att = layers.MultiHeadAttention(2, 8)

    def call(self, h, ids, padding):
        mask = keras.ops.not_equal(ids, 0)
        mask = mask[:, None, :] & keras.ops.tril(keras.ops.ones((20, 20), dtype="bool"))
        h = self.att(h, h, attention_mask=mask)
        h = self.att(h, h, attention_mask=tf.logical_not(tf.equal(ids, 0))[:, None])
        h = self.att(h, h, attention_mask=1 - tf.cast(tf.equal(ids, 0), tf.int32))
        return self.att(h, h, attention_mask=tf.equal(padding, 0)[:, None])

# %% true at the padding, for -1e9
def padding_mask(seq):
    seq = tf.cast(tf.math.equal(seq, 0), tf.float32)
    return seq[:, tf.newaxis, tf.newaxis, :]


def ahead_mask(size):
    return 1 - tf.linalg.band_part(tf.ones((size, size)), -1, 0)


def attend(scores, mask):
    if mask is not None:
        scores += mask * -1e9
    return tf.nn.softmax(scores)


def step(scores, ids):
    combined = tf.maximum(padding_mask(ids), ahead_mask(tf.shape(ids)[1]))
    first = attend(scores, combined)
    return attend(scores, padding_mask(ids)) + first + tf.where(ids == 0, -1e9, scores)

# %% the mask that Keras hands on, used well
class Pool(layers.Layer):
    def __init__(self):
        super().__init__()
        self.score, self.softmax = layers.Dense(1), layers.Softmax(axis=1)

    def call(self, states, mask=None):
        scores = self.score(states)
        penalty = 1.0 - keras.ops.cast(mask, scores.dtype)
        scores = scores - 1e9 * keras.ops.expand_dims(penalty, -1)
        return keras.ops.sum(self.softmax(scores) * states, axis=1)


tokens = Input((20,))
h = Pool()(layers.Embedding(100, 16, mask_zero=True)(tokens))

# %% a loss that counts the tokens, and classes that are no padding
loss_object = losses.SparseCategoricalCrossentropy(from_logits=True, reduction="none")


def loss_of(real, guess):
    mask = tf.math.logical_not(tf.math.equal(real, 0))
    loss = loss_object(real, guess)
    loss *= tf.cast(mask, loss.dtype)
    return tf.reduce_mean(loss)


def balanced(y_true, y_pred):
    loss = losses.binary_crossentropy(y_true, y_pred)
    negative = tf.cast(tf.equal(y_true, 0), tf.float32)
    positive = tf.cast(tf.not_equal(y_true, 0), tf.float32)
    return tf.reduce_mean(loss * negative * 0.2 + loss * positive)


def mean_of_class(states, y):
    mask = tf.cast(y == 0, tf.float32)[:, None]
    return tf.reduce_sum(states * mask, axis=0) / tf.reduce_sum(mask)

# %% a layer of the author's that turns the mask
class Block(layers.Layer):
    def __init__(self):
        super().__init__()
        self.att = layers.MultiHeadAttention(2, 8)

    def call(self, h, mask):
        return self.att(h, h, attention_mask=tf.logical_not(mask))


block = Block()
tokens = Input((20,))
h = block(layers.Embedding(100, 16)(tokens), tf.equal(tokens, 0)[:, None, :])

# %% scores that are hidden for another reason
def hardest(far, same, labels):
    negative = tf.equal(same, 0)
    worst = tf.where(negative, far, -1e9)
    return worst + tf.where(labels == 0, far, -1e9) + tf.where(labels != 0, -1e9, far)
