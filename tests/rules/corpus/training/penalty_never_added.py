# %% under a name, in a step of its own
wd = keras.regularizers.L2(5e-4)
model = Sequential([Input((32,)), layers.Dense(256, activation="relu", kernel_regularizer=wd), layers.Dense(10)])
ce = losses.SparseCategoricalCrossentropy(from_logits=True)


@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        logits = model(x, training=True)
        loss = ce(y, logits)  # ← training/penalty-never-added
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return loss

# %% a layer that adds a loss, in a train_step
class Sampling(layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        self.add_loss(-0.5 * tf.reduce_mean(1 + log_var - mean**2 - tf.exp(log_var)))
        return mean + tf.exp(log_var / 2) * tf.random.normal(tf.shape(mean))


class VAE(Model):
    def train_step(self, x):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((x - self(x, training=True)) ** 2)  # ← training/penalty-never-added
        weights = self.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_weights), weights))
        return {"loss": loss}

# %% added
model = Sequential([Input((32,)), layers.Dense(10, kernel_regularizer="l2")])
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = ce(y, model(x, training=True))
        loss += tf.add_n(model.losses)
    optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))

# %% by the loss of Keras, and by hand
class Own(Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x, y, self(x, training=True))
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_weights), self.trainable_weights))
        return {"loss": loss}


own = Own(inputs, layers.Dense(3, kernel_regularizer="l2")(inputs))

# %% written out
reg = keras.regularizers.L2(1e-3)
model = Sequential([Input((32,)), layers.Dense(10, kernel_regularizer=reg)])
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = ce(y, model(x, training=True)) + reg(model.layers[0].kernel)
    optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))

# %% no penalty, trained by fit, or of another model
def block(x, kernel_regularizer=None):
    return layers.Dense(4, kernel_regularizer=kernel_regularizer)(x)


model = Model(inputs, block(inputs))
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = keras.losses.mean_squared_error(y, model(x, training=True))
    optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))

# %% gradients that are only looked at
model = Sequential([Input((32,)), layers.Dense(10, kernel_regularizer="l2")])
model.compile("adam", "mse")
model.fit(x, y)
with tf.GradientTape() as tape:
    loss = ce(y, model(x))
print([float(tf.norm(one)) for one in tape.gradient(loss, model.trainable_variables)])

# %% one of two models
critic = Sequential([Input((32,)), layers.Dense(1, kernel_regularizer="l2")])
maker = Sequential([Input((32,)), layers.Dense(32)])
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(critic(x, training=True) - critic(maker(x), training=True))
    optimizer.apply_gradients(zip(tape.gradient(loss, critic.trainable_variables), critic.trainable_variables))
    with tf.GradientTape() as tape:
        loss = -tf.reduce_mean(critic(maker(x, training=True)))
    optimizer.apply_gradients(zip(tape.gradient(loss, maker.trainable_variables), maker.trainable_variables))
