# %% people and films
class Taste(keras.Model):
    def call(self, pair):
        person = self.person(pair[:, 0])
        film = self.film(pair[:, 1])
        both = tf.tensordot(person, film, 2)  # ← training/rows-multiplied-together
        return tf.nn.sigmoid(both + self.bias(pair[:, 1]))

# %% one axis, in a functional model
i = keras.Input((8,))
left, right = layers.Dense(4)(i), layers.Dense(4)(i)
both = keras.ops.tensordot(layers.Dense(4)(i), layers.Dense(4)(i), axes=1)  # ← training/rows-multiplied-together

# %% with weights
class Attention(keras.layers.Layer):
    def call(self, x):
        scores = tf.tensordot(self.project(x), self.weight, axes=1)
        return tf.nn.softmax(scores)

# %% axes that are named
class Taste(keras.Model):
    def call(self, pair):
        return tf.tensordot(self.person(pair[:, 0]), self.film(pair[:, 1]), axes=[[1], [1]])

# %% arrays
left, right = np.random.rand(3, 4), np.random.rand(4, 2)
print(np.tensordot(left, right, axes=1))
