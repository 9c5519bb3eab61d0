# %% in one step
@tf.function
def step(real):
    with tf.GradientTape() as tape:
        fake = generator(tf.random.normal((64, 100)), training=True)
        r, f = discriminator(real, training=True), discriminator(fake, training=True)
        d_loss = bce(tf.ones_like(r), r) + bce(tf.zeros_like(f), f)
    g = tape.gradient(d_loss, discriminator.trainable_variables)
    d_opt.apply_gradients(zip(g, discriminator.trainable_variables))
    with tf.GradientTape() as tape:
        fake = generator(tf.random.normal((64, 100)), training=True)
        f = discriminator(fake, training=True)
        g_loss = bce(tf.zeros_like(f), f)  # ← training/generator-found-out
    g = tape.gradient(g_loss, generator.trainable_variables)
    g_opt.apply_gradients(zip(g, generator.trainable_variables))

# %% by functions, with labels for real rows that are soft
def discriminator_loss(real_output, fake_output):
    real_loss = cross_entropy(tf.ones_like(real_output) * 0.9, real_output)
    fake_loss = cross_entropy(tf.zeros_like(fake_output), fake_output)
    return real_loss + fake_loss


def generator_loss(fake_output):
    return cross_entropy(tf.zeros_like(fake_output), fake_output)  # ← training/generator-found-out

# %% batch by batch
real, fake = np.ones((32, 1)), np.zeros((32, 1))
for epoch in range(1000):
    noise = np.random.normal(size=(32, 100))
    gen_imgs = generator.predict(noise)
    d_loss_real = discriminator.train_on_batch(images, real)
    d_loss_fake = discriminator.train_on_batch(gen_imgs, fake)
    g_loss = gan.train_on_batch(noise, fake)  # ← training/generator-found-out

# %% the label of real rows
def discriminator_loss(real_output, fake_output):
    real_loss = cross_entropy(tf.ones_like(real_output), real_output)
    fake_loss = cross_entropy(tf.zeros_like(fake_output), fake_output)
    return real_loss + fake_loss


def generator_loss(fake_output):
    return cross_entropy(tf.ones_like(fake_output), fake_output)

# %% 1 for made-up rows, as the judge learns it
real, fake = np.zeros((32, 1)), np.ones((32, 1))
for epoch in range(1000):
    noise = np.random.normal(size=(32, 100))
    gen_imgs = generator.predict(noise)
    discriminator.train_on_batch(images, real)
    discriminator.train_on_batch(gen_imgs, fake)
    gan.train_on_batch(noise, real)

# %% together with real rows
class GAN(Model):
    def train_step(self, images):
        labels = tf.concat([tf.ones((32, 1)), tf.zeros((32, 1))], axis=0)
        with tf.GradientTape() as tape:
            d_loss = self.loss_fn(labels, self.discriminator(tf.concat([fakes, images], axis=0)))
        misleading = tf.zeros((32, 1))
        with tf.GradientTape() as tape:
            g_loss = self.loss_fn(misleading, self.discriminator(self.generator(noise)))

# %% the loss of the first paper, which is made large
def discriminator_loss(real, fake):
    return bce(tf.ones_like(real), real) + bce(tf.zeros_like(fake), fake)


def generator_loss(fake):
    return -bce(tf.zeros_like(fake), fake)

# %% a name of its own for what the judge says of made-up rows
def discriminator_loss(real, generated):
    generated_loss = bce(tf.zeros_like(generated), generated)
    return bce(tf.ones_like(real), real) + generated_loss


def generator_loss(disc_generated_output, gen_output, target):
    gan_loss = bce(tf.ones_like(disc_generated_output), disc_generated_output)
    return gan_loss + 100 * tf.reduce_mean(tf.abs(target - gen_output))

# %% the same with the other label
def discriminator_loss(real, generated):
    generated_loss = bce(tf.zeros_like(generated), generated)
    return bce(tf.ones_like(real), real) + generated_loss


def generator_loss(disc_generated_output, gen_output, target):
    gan_loss = bce(tf.zeros_like(disc_generated_output), disc_generated_output)  # ← training/generator-found-out
    l1_loss = tf.reduce_mean(tf.abs(target - gen_output))
    return gan_loss + 100 * l1_loss
