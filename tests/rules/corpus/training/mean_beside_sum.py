# %% in a training step
class VAE(Model):
    def train_step(self, x):
        with tf.GradientTape() as tape:
            decoded, z_mean, z_log_var = self(x)
            xent_loss = keras.losses.binary_crossentropy(x, decoded)  # ← training/mean-beside-sum
            kl_loss = -0.5 * tf.reduce_sum(1 + z_log_var - tf.square(z_mean) - tf.exp(z_log_var), axis=-1)
            loss = tf.reduce_mean(xent_loss + kl_loss)
        return {"loss": loss}

# %% step by step
reconstruction = tf.reduce_mean(losses.mse(x, decoded))  # ← training/mean-beside-sum
kl = 1 + z_log_var - keras.ops.square(z_mean) - keras.ops.exp(z_log_var)
kl = keras.ops.sum(kl, axis=-1)
kl *= -0.5
total = keras.ops.mean(kl + reconstruction)

# %% an object
def loss(x, decoded):
    error = losses.MeanSquaredError()(x, decoded)  # ← training/mean-beside-sum
    kl = -0.5 * tf.reduce_mean(tf.reduce_sum(1 + log_var - mean ** 2 - tf.exp(log_var), axis=1))
    return error + kl

# %% multiplied
def loss(x, decoded):
    xent_loss = 784 * losses.binary_crossentropy(x, decoded)
    kl_loss = -0.5 * tf.reduce_sum(1 + z_log_var - tf.square(z_mean) - tf.exp(z_log_var), axis=-1)
    return tf.reduce_mean(xent_loss + kl_loss)

# %% multiplied later
error = losses.mse(x, decoded)
error *= 784
kl = -0.5 * tf.reduce_sum(1 + z_log_var - tf.square(z_mean) - tf.exp(z_log_var), axis=-1)
total = tf.reduce_mean(error + kl)

# %% two means
def loss(x, decoded):
    error = losses.mse(x, decoded)
    kl = -0.5 * tf.reduce_mean(1 + z_log_var - tf.square(z_mean) - tf.exp(z_log_var), axis=-1)
    return error + kl

# %% two sums
def loss(x, decoded):
    error = tf.reduce_mean(tf.reduce_sum(losses.binary_crossentropy(x, decoded), axis=(1, 2)))
    kl = tf.reduce_mean(-0.5 * tf.reduce_sum(1 + z_log_var - tf.square(z_mean) - tf.exp(z_log_var), axis=1))
    return error + kl

# %% a weight of the author's
def loss(x, decoded):
    error = losses.mse(x, decoded)
    kl = -5e-4 * tf.reduce_sum(1 + z_log_var - tf.square(z_mean) - tf.exp(z_log_var), axis=-1)
    other = -0.5 * tf.reduce_sum(1 + z_log_var - tf.square(z_mean) - tf.exp(z_log_var), axis=-1)
    return error + kl + beta * other
