# %% by hand, of a sigmoid
def cross(y_true, y_pred):
    return K.mean(-1 * (y_true * K.log(y_pred) + (1 - y_true) * K.log(1 - y_pred)))  # ← training/log-of-zero


net = Sequential([Input((30,)), layers.Dense(1, activation="sigmoid")])
net.compile("adam", loss=cross)

# %% of classes, weighted, made by a function
def weighted(weights):
    def loss(truth, answer):
        return -tf.reduce_sum(truth * tf.math.log(answer) * weights, axis=-1)  # ← training/log-of-zero

    return loss


net = Sequential([Input((30,)), layers.Dense(3, activation="softmax")])
net.compile("adam", loss=weighted([1.0, 2.0, 3.0]))

# %% cut first
def cross(y_true, y_pred):
    y_pred = K.clip(y_pred, K.epsilon(), 1 - K.epsilon())
    return K.mean(-1 * (y_true * K.log(y_pred) + (1 - y_true) * K.log(1 - y_pred)))


net = Sequential([Input((30,)), layers.Dense(1, activation="sigmoid")])
net.compile("adam", loss=cross)

# %% something is added
def cross(y_true, y_pred):
    return -K.mean(y_true * K.log(y_pred + 1e-7))


net = Sequential([Input((30,)), layers.Dense(3, activation="softmax")])
net.compile("adam", loss=cross)

# %% of something else
def relative(y_true, y_pred):
    return K.mean(K.square(K.log(y_true) - y_pred))


net = Sequential([Input((30,)), layers.Dense(1)])
net.compile("adam", loss=relative)
