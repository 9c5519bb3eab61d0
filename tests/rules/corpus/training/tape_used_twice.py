# %% two networks, one tape
@tf.function
def train_step(images):
    with tf.GradientTape() as tape:
        made = generator(tf.random.normal([32, 100]), training=True)
        low = loss(generator, made)
        high = loss(discriminator, images)
    slopes = tape.gradient(low, generator.trainable_variables)
    others = tape.gradient(high, discriminator.trainable_variables)  # ← training/tape-used-twice
    return slopes, others

# %% in a loop
with tf.GradientTape() as tape:
    losses = [loss(net, part) for part in parts]
slopes = [tape.gradient(one, net.trainable_variables) for one in losses]  # ← training/tape-used-twice

# %% two tapes, and one that keeps
def train_step(images):
    with tf.GradientTape() as first, tf.GradientTape() as second:
        low, high = both(images)
    slopes = first.gradient(low, generator.trainable_variables)
    others = second.gradient(high, discriminator.trainable_variables)
    with tf.GradientTape(persistent=True) as tape:
        low, high = both(images)
    return slopes, others, tape.gradient(low, a), tape.gradient(high, b)

# %% one after the other
def train_step(images):
    with tf.GradientTape() as tape:
        low = loss(discriminator, images)
    slopes = tape.gradient(low, discriminator.trainable_variables)
    with tf.GradientTape() as tape:
        high = loss(generator, images)
    return slopes, tape.gradient(high, generator.trainable_variables)

# %% a tape in each round, and one way or the other
for batch in batches:
    with tf.GradientTape() as tape:
        low = loss(net, batch)
    if clipped:
        slopes = clip(tape.gradient(low, net.trainable_variables))
    else:
        slopes = tape.gradient(low, net.trainable_variables)
