# %% trained by nobody
class Linear(keras.layers.Layer):
    def __init__(self, units, width):
        super().__init__()
        self.w = tf.Variable(initial_value=tf.random.normal((width, units)), trainable=True)  # ← keras3/variable-not-tracked

    def call(self, x):
        return tf.matmul(x, self.w)


model = keras.Sequential([keras.Input((4,)), Linear(3, 4), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(np.ones((8, 4)), np.ones((8, 1)))
assert model.layers[0].trainable_weights, "nothing to train"


# %% in a list
class Chain(keras.Model):
    def __init__(self, depth):
        super().__init__()
        self.last = keras.layers.Dense(1)
        self.factors = []
        for number in range(depth):
            self.factors.append(tf.Variable(1.0, name=f"factor_{number}"))  # ← keras3/variable-not-tracked

    def call(self, x):
        for factor in self.factors:
            x = x * factor
        return self.last(x)


model = Chain(3)
model.compile(optimizer="adam", loss="mse")
model.fit(np.ones((8, 4)), np.ones((8, 1)))
assert len(model.trainable_weights) == 5, "something is missing"


# %% weights of Keras
class Linear(keras.layers.Layer):
    def __init__(self, units, width):
        super().__init__()
        self.w = self.add_weight(shape=(width, units), initializer="random_normal")
        self.b = keras.Variable(np.zeros(units, "float32"))

    def call(self, x):
        return keras.ops.matmul(x, self.w) + self.b


model = keras.Sequential([keras.Input((4,)), Linear(3, 4), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(np.ones((8, 4)), np.ones((8, 1)))


# %% a constant, and a counter
class Counted(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.scale = tf.Variable(2.0, trainable=False)
        self.seen = tf.Variable(0)

    def call(self, x):
        self.seen.assign_add(1)
        return self.scale * x


model = keras.Sequential([keras.Input((4,)), Counted(), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(np.ones((8, 4)), np.ones((8, 1)))


# %% trained by hand
class Picture(keras.Model):
    def __init__(self):
        super().__init__()
        self.pixels = tf.Variable(tf.zeros((1, 4)))
        self.judge = keras.layers.Dense(1)

    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self.judge(self.pixels) ** 2)
        slope = tape.gradient(loss, [self.pixels])
        self.optimizer.apply_gradients(zip(slope, [self.pixels]))
        return {"loss": loss}
