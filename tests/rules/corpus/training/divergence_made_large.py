# %% in a layer
class Sampling(layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        kl = 0.5 * keras.ops.sum(1.0 + log_var - keras.ops.square(mean) - keras.ops.exp(log_var), axis=1)  # ← training/divergence-made-large
        self.add_loss(keras.ops.mean(kl))
        return mean

# %% in a train_step
class VAE(Model):
    def train_step(self, data):
        with tf.GradientTape() as tape:
            z_mean, z_log_var, z = self.encoder(data)
            reconstruction_loss = tf.reduce_mean(keras.losses.mse(data, self.decoder(z)))
            kl_loss = 1 + z_log_var - tf.square(z_mean) - tf.exp(z_log_var)  # ← training/divergence-made-large
            kl_loss = tf.reduce_mean(tf.reduce_sum(kl_loss, axis=1))
            total_loss = reconstruction_loss + self.beta * kl_loss
        grads = tape.gradient(total_loss, self.trainable_weights)
        return {"loss": total_loss}

# %% a right one that is taken away, in a loss
def kl_of(mean, log_var):
    return -0.5 * tf.reduce_sum(1 + log_var - mean**2 - tf.exp(log_var), axis=-1)  # ← training/divergence-made-large


def vae_loss(x, x_decoded):
    return tf.reduce_sum(tf.square(x - x_decoded), axis=-1) - kl_of(z_mean, z_log_var)


vae.compile("adam", loss=vae_loss)

# %% the minus that belongs to it
class Sampling(layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        self.add_loss(-0.5 * tf.reduce_mean(1 + log_var - tf.square(mean) - tf.exp(log_var)))
        return mean

# %% step by step, and the other way round
kl_loss = 1 + z_log_var - keras.ops.square(z_mean) - keras.ops.exp(z_log_var)
kl_loss = keras.ops.sum(kl_loss, axis=-1)
kl_loss *= -0.5
vae.add_loss(keras.ops.mean(reconstruction_loss + kl_loss))
kl = 0.5 * keras.ops.sum(keras.ops.exp(z_log_var) + z_mean**2 - 1 - z_log_var)
vae.add_loss(kl)

# %% the bound that is made large, by a minus at the end
def vae_loss(x, x_decoded):
    likely = -keras.losses.mse(x, x_decoded)
    negative = 0.5 * tf.reduce_sum(1 + z_log_var - z_mean**2 - tf.exp(z_log_var), axis=-1)
    elbo = likely + negative
    return -elbo


vae.compile("adam", loss=vae_loss)

# %% only printed, and with a factor that nobody knows
minus = 0.5 * tf.reduce_sum(1 + z_log_var - z_mean**2 - tf.exp(z_log_var), axis=-1)
print(minus)
vae.add_loss(factor() * minus)

# %% gradients that are followed upwards
for x in batches:
    with tf.GradientTape() as tape:
        mean, log_var = encoder(x)
        minus = 0.5 * tf.reduce_sum(1 + log_var - mean**2 - tf.exp(log_var), axis=-1)
        elbo = tf.reduce_mean(likely(x) + minus)
    grads = tape.gradient(elbo, encoder.trainable_weights)
    optimizer.apply_gradients((-grad, weight) for grad, weight in zip(grads, encoder.trainable_weights))
