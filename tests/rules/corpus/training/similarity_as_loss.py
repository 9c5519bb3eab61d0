# %% dice
def dice_coef(y_true, y_pred, smooth=1.0):
    truth, guess = keras.backend.flatten(y_true), keras.backend.flatten(y_pred)
    shared = keras.backend.sum(truth * guess)
    return (2.0 * shared + smooth) / (keras.backend.sum(truth) + keras.backend.sum(guess) + smooth)  # ← training/similarity-as-loss


model.compile(optimizer="adam", loss=dice_coef, metrics=[dice_coef])

# %% intersection over union, by a function that makes the loss
def iou(smooth=1e-6):
    def loss(y_true, y_pred):
        shared = tf.reduce_sum(tf.abs(y_true * y_pred), axis=[1, 2])
        union = tf.reduce_sum(y_true, axis=[1, 2]) + tf.reduce_sum(y_pred, axis=[1, 2]) - shared
        return tf.reduce_mean((shared + smooth) / (union + smooth))  # ← training/similarity-as-loss

    return loss


model.compile("adam", loss=iou())

# %% a class, which asks a function
def overlap(y_true, y_pred):
    shared = tf.reduce_sum(y_true * y_pred)
    return 2 * shared / (tf.reduce_sum(y_true) + tf.reduce_sum(y_pred))


class Dice(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return overlap(y_true, y_pred)  # ← training/similarity-as-loss


model.compile("adam", loss=Dice())

# %% a correlation
def correlation(y_true, y_pred):
    a, b = y_true - tf.reduce_mean(y_true), y_pred
    a = y_true - tf.reduce_mean(y_true)
    return tf.reduce_sum(a)

def pearson(y_true, y_pred):
    a = y_true - tf.reduce_mean(y_true)
    b = y_pred - tf.reduce_mean(y_pred)
    return tf.reduce_sum(a * b) / tf.sqrt(tf.reduce_sum(tf.square(a)) * tf.reduce_sum(tf.square(b)))  # ← training/similarity-as-loss


model.compile("adam", loss=pearson)

# %% one minus dice, and its logarithm with a minus
def dice_coef(y_true, y_pred, smooth=1.0):
    shared = tf.reduce_sum(y_true * y_pred)
    return (2.0 * shared + smooth) / (tf.reduce_sum(y_true) + tf.reduce_sum(y_pred) + smooth)


def dice_loss(y_true, y_pred):
    return 1 - dice_coef(y_true, y_pred)


def log_dice_loss(y_true, y_pred):
    return -tf.math.log(dice_coef(y_true, y_pred))


model.compile("adam", loss=dice_loss, metrics=[dice_coef])
other.compile("adam", loss=log_dice_loss)

# %% only a metric
def dice_coef(y_true, y_pred):
    return 2 * tf.reduce_sum(y_true * y_pred) / (tf.reduce_sum(y_true) + tf.reduce_sum(y_pred))


model.compile("adam", loss="binary_crossentropy", metrics=[dice_coef])

# %% a critic of Wasserstein, whose labels are 1 and -1
def wasserstein(y_true, y_pred):
    return tf.reduce_mean(y_true * y_pred)


model.compile("adam", loss=wasserstein)

# %% distances of pairs, of which those of the same kind should be small
def contrastive(y_true, y_pred, margin=1.0):
    far = tf.square(tf.maximum(margin - y_pred, 0))
    return tf.reduce_mean(y_true * tf.square(y_pred) + (1 - y_true) * far) / (2 * margin)


model.compile("adam", loss=contrastive)

# %% an error in shares of the truth
def relative(y_true, y_pred):
    return tf.reduce_mean(tf.abs(y_true - y_pred) / (tf.abs(y_true) + 1e-3))


model.compile("adam", loss=relative)

# %% what cannot be followed
def strange(y_true, y_pred):
    return strange_thing(y_true, y_pred) / tf.reduce_sum(y_pred)


model.compile("adam", loss=strange)

# %% the cosine of Keras, which has a minus already
def distance(y_true, y_pred):
    return 1 - keras.losses.cosine_similarity(y_true, y_pred)  # ← training/similarity-as-loss


model.compile("adam", loss=distance)

# %% the cosine of Keras as it is, and one plus it
def angle(y_true, y_pred):
    return 1 + keras.losses.cosine_similarity(y_true, y_pred)


model.compile("adam", loss=angle)
other.compile("adam", loss=keras.losses.cosine_similarity)
