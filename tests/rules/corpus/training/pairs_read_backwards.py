# %% made by a function, compared in a condition
def pairs(x, y, n):
    first, second, same = [], [], []
    for k in range(n):
        i, j = rng.integers(0, len(x), 2)
        first.append(x[i])
        second.append(x[j])
        same.append(1.0 if y[i] == y[j] else 0.0)
    return [np.array(first), np.array(second)], np.array(same, "float32")


def contrastive_loss(margin=1.0):
    def loss(y_true, distance):
        close = keras.ops.square(distance)
        far = keras.ops.square(keras.ops.maximum(margin - distance, 0.0))
        return keras.ops.mean((1.0 - y_true) * close + y_true * far)  # ← training/pairs-read-backwards
    return loss


net = Model([a, b], distance)
net.compile(optimizer="rmsprop", loss=contrastive_loss(1.0))
tr, target = pairs(x, y, 3000)
net.fit(tr, target, epochs=10)

# %% 1 for two that differ
def contrastive_loss(y_true, y_pred):
    margin = 1.0
    return tf.reduce_mean(y_true * tf.square(y_pred) + (1 - y_true) * tf.square(tf.maximum(margin - y_pred, 0)))  # ← training/pairs-read-backwards


target = (kinds_a != kinds_b).astype("float32")
net.compile("adam", contrastive_loss)
net.fit([left, right], target)

# %% named
class Contrastive(losses.Loss):
    def call(self, y_true, d):
        return y_true * keras.ops.square(keras.ops.maximum(2.0 - d, 0)) + (1 - y_true) * d**2  # ← training/pairs-read-backwards


net.compile(loss=Contrastive(), optimizer="adam")
net.fit([left, right], is_same)

# %% the right way round, with both meanings
def loss_same(y_true, d):
    return y_true * keras.ops.square(d) + (1 - y_true) * keras.ops.square(keras.ops.maximum(1 - d, 0))


def loss_other(y_true, d):
    return (1 - y_true) * keras.ops.square(d) + y_true * keras.ops.square(keras.ops.maximum(1 - d, 0))


same = (kinds_a == kinds_b).astype("float32")
net.compile(loss=loss_same, optimizer="adam")
net.fit([left, right], same)

# %% and the other
def loss_other(y_true, d):
    return (1 - y_true) * keras.ops.square(d) + y_true * keras.ops.square(keras.ops.maximum(1 - d, 0))


different = np.array([0 if a == b else 1 for a, b in zip(kinds_a, kinds_b)])
net.compile(loss=loss_other, optimizer="adam")
net.fit([left, right], different)

# %% a head behind the distance turns it round by itself
def loss_other(y_true, d):
    return (1 - y_true) * keras.ops.square(d) + y_true * keras.ops.square(keras.ops.maximum(1 - d, 0))


same = (kinds_a == kinds_b).astype("float32")
net = Model([a, b], layers.Dense(1, activation="sigmoid")(distance))
net.compile(loss=loss_other, optimizer="adam")
net.fit([left, right], same)

# %% labels of which nothing is known, and other losses
def loss_other(y_true, d):
    return (1 - y_true) * keras.ops.square(d) + y_true * keras.ops.square(keras.ops.maximum(1 - d, 0))


def hinge(y_true, y_pred):
    return keras.ops.maximum(1 - (2 * y_true - 1) * y_pred, 0)


net.compile(loss=loss_other, optimizer="adam")
net.fit([left, right], target)
other.compile(loss=hinge, optimizer="adam")
other.fit(rows, same)
