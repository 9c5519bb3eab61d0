# %% layers in a list
disc_layers = [Input((8,)), layers.Dense(8), layers.Dense(1, activation="sigmoid")]  # ← head/bounded-critic


class WGAN(keras.Model):
    def train_step(self, x):
        return tf.reduce_mean(self.disc(self.gen(z))) - tf.reduce_mean(self.disc(x)) + self.penalty(x)

# %% a function that makes the critic
def make_critic():
    model = Sequential()
    model.add(layers.Dense(8))
    model.add(layers.Dense(1, activation="tanh"))  # ← head/bounded-critic
    return model


def wasserstein_loss(real, fake):
    return tf.reduce_mean(fake) - tf.reduce_mean(real)

# %% functional
def build_discriminator():
    inputs = Input((8,))
    x = layers.Dense(8)(inputs)
    x = layers.Dense(1, activation="sigmoid")(x)  # ← head/bounded-critic
    return Model(inputs, x)


def gradient_penalty(x):
    return 0


d_cost = keras.ops.mean(fake) - keras.ops.mean(real)

# %% without bounds
def build_discriminator():
    inputs = Input((8,))
    x = layers.Dense(8, activation="tanh")(inputs)
    return Model(inputs, layers.Dense(1)(x))


def wasserstein(real, fake):
    return tf.reduce_mean(fake) - tf.reduce_mean(real)

# %% a GAN with probabilities
discriminator = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
loss = keras.losses.BinaryCrossentropy()
gradient_penalty = 1.0
gap = tf.reduce_mean(a) - tf.reduce_mean(b)

# %% a generator that ends in tanh
generator = Sequential([Input((8,)), layers.Dense(8, activation="tanh")])
critic = Sequential([Input((8,)), layers.Dense(1)])
wasserstein = tf.reduce_mean(critic(generator(z))) - tf.reduce_mean(critic(x))

# %% least squares
discriminator = Sequential([Input((8,)), layers.Dense(1, activation="sigmoid")])
gap = tf.reduce_mean(tf.square(a - 1)) - tf.reduce_mean(tf.square(b))
