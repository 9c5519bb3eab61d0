# %% its spread is read in its place
def sampling(args):
    mean, log_sigma = args
    epsilon = K.random_normal(shape=(8, 2), mean=0.0, stddev=epsilon_std)  # ← training/noise-never-used
    return mean + K.exp(log_sigma / 2) * epsilon_std

# %% in the call of a layer
class Noise(layers.Layer):
    def call(self, x, training=False):
        noise = tf.random.normal(tf.shape(x))  # ← training/noise-never-used
        return x

# %% read
def sampling(args):
    mean, log_sigma = args
    epsilon = tf.random.normal(tf.shape(mean))
    return mean + tf.exp(log_sigma / 2) * epsilon

# %% read by a function inside
def make(shape):
    noise = tf.random.uniform(shape)
    def add(x):
        return x + noise
    return add

# %% outside of all functions
seed = tf.random.normal((4, 8))
