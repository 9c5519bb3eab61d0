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

# %% returned among others
class VAE(Model):
    def losses_for(self, x):
        mu, log_var, z = self.encoder(x)
        rec = tf.reduce_mean(tf.reduce_sum(keras.losses.binary_crossentropy(x, self.decoder(z)), axis=(1, 2)))
        div = 0.5 * tf.reduce_sum(1.0 + log_var - tf.square(mu) - tf.exp(log_var), axis=1)  # ← training/divergence-made-large
        div = tf.reduce_mean(div)
        return rec + div, rec, div

    def train_step(self, x):
        with tf.GradientTape() as tape:
            total, rec, div = self.losses_for(x)
        grads = tape.gradient(total, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return self.log(total, rec, div)

# %% by its key, with the standard deviation
def parts(x):
    mu, sigma = encoder(x)
    kl = 0.5 * tf.reduce_mean(1 + tf.math.log(sigma**2) - mu**2 - sigma**2)  # ← training/divergence-made-large
    return {"fit": likely(x), "kl": kl}


for x in batches:
    with tf.GradientTape() as tape:
        found = parts(x)
        loss = tf.add_n([found["fit"], found["kl"]])
    grads = tape.gradient(loss, weights)

# %% put together in a function
class VAE(Model):
    def together(self, fit, divergence):
        return fit + self.beta * divergence

    def compute_loss(self, x, y, y_pred, sample_weight=None):
        mean, log_var, decoded = y_pred
        kl = keras.ops.mean(1 + log_var - keras.ops.square(mean) - keras.ops.exp(log_var))  # ← training/divergence-made-large
        return self.together(keras.losses.mse(x, decoded), kl)

# %% returned among others, with its minus
class VAE(Model):
    def losses_for(self, x):
        mu, log_var, z = self.encoder(x)
        rec = keras.losses.mse(x, self.decoder(z))
        div = -0.5 * tf.reduce_sum(1.0 + log_var - tf.square(mu) - tf.exp(log_var), axis=1)
        return rec + div, rec, div

    def train_step(self, x):
        with tf.GradientTape() as tape:
            total, rec, div = self.losses_for(x)
        grads = tape.gradient(total, self.trainable_variables)

# %% taken away where they are put together
class VAE(Model):
    def parts(self, x):
        mu, sigma, z = self.encoder(x)
        minus = 0.5 * tf.reduce_mean(1 + tf.math.log(tf.square(sigma)) - tf.square(mu) - tf.square(sigma))
        return keras.losses.mse(x, self.decoder(z)), minus

    def together(self, fit, bound):
        return fit - bound

    def train_step(self, x):
        with tf.GradientTape() as tape:
            fit, bound = self.parts(x)
            total = self.together(fit, bound)
        grads = tape.gradient(total, self.trainable_variables)

# %% the minus is given where a part is taken by its key
def parts(x):
    mu, log_var = encoder(x)
    return {"fit": likely(x), "bound": tf.reduce_mean(1 + log_var - mu**2 - tf.exp(log_var))}


for x in batches:
    with tf.GradientTape() as tape:
        found = parts(x)
        loss = found["fit"] - 0.5 * found["bound"]
    grads = tape.gradient(loss, weights)

# %% two parts, with a factor that nobody knows
def parts(x):
    mu, log_var = encoder(x)
    minus = tf.reduce_mean(1 + log_var - mu**2 - tf.exp(log_var))
    return likely(x), minus


for x in batches:
    with tf.GradientTape() as tape:
        fit, minus = parts(x)
        loss = fit + schedule(step) * minus
    grads = tape.gradient(loss, weights)
