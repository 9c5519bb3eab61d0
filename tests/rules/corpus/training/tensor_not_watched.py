# %% a picture that deceives
picture = tf.convert_to_tensor(x_test[:1])
with tf.GradientTape() as tape:
    loss = cross(label, net(picture))
slopes = tape.gradient(loss, picture)  # ← training/tensor-not-watched

# %% in a function
def step(image, label):
    with tf.GradientTape() as tape:
        guess = net(image)
        loss = cross(label, guess)
    slopes = tape.gradient(loss, image)  # ← training/tensor-not-watched
    return image - 0.1 * slopes

image = tf.constant(x_test[:1])
image = step(image, 3)

# %% watched
picture = tf.convert_to_tensor(x_test[:1])
with tf.GradientTape() as tape:
    tape.watch(picture)
    loss = cross(label, net(picture))
slopes = tape.gradient(loss, picture)

# %% a variable
picture = tf.Variable(x_test[:1])
with tf.GradientTape() as tape:
    loss = cross(label, net(picture))
slopes = tape.gradient(loss, picture)

# %% maps that are computed under the tape, and weights
with tf.GradientTape() as tape:
    maps, guess = both(pictures)
    score = guess[:, 3]
slopes = tape.gradient(score, maps)
weights = net.trainable_variables
with tf.GradientTape() as tape:
    loss = cross(label, net(pictures))
slopes = tape.gradient(loss, weights)
