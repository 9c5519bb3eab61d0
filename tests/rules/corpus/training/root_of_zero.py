# %% two codes
def apart(pair):
    x, y = pair
    return K.sqrt(K.sum(K.square(x - y), axis=1, keepdims=True))  # ← training/root-of-zero


i, j = Input((8,)), Input((8,))
code = layers.Dense(4)
net = Model([i, j], layers.Lambda(apart)([code(i), code(j)]))

# %% in a loss
def far(truth, answer):
    return tf.reduce_mean(tf.sqrt(tf.reduce_sum((truth - answer) ** 2, axis=-1)))  # ← training/root-of-zero


net = Sequential([Input((8,)), layers.Dense(2)])
net.compile("adam", loss=far)

# %% kept above zero
def apart(pair):
    x, y = pair
    return K.sqrt(K.maximum(K.sum(K.square(x - y), axis=1, keepdims=True), K.epsilon()))


i, j = Input((8,)), Input((8,))
code = layers.Dense(4)
net = Model([i, j], layers.Lambda(apart)([code(i), code(j)]))

# %% only reported
def error(truth, answer):
    return np.sqrt(np.mean(np.square(truth - answer)))


print(error(y_test, net.predict(x_test)))

# %% of weights
def size(weights):
    return K.sqrt(K.sum(K.square(weights)))


net = Sequential([Input((8,)), layers.Dense(2)])
