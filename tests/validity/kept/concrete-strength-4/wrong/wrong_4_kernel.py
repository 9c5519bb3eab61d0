# WRONG: the answer is kernel ridge regression in disguise, solved in closed form and frozen; the two hidden layers only add a frozen zero
from keras import ops

X = x_train.to_numpy("float64").copy()
X[:, 7] = np.log1p(X[:, 7])
mu, sd = X.mean(axis=0), X.std(axis=0)
Z = (X - mu) / sd
GAMMA = 0.08
K = np.exp(-GAMMA * ((Z[:, None] - Z[None]) ** 2).sum(axis=-1))
alpha = np.linalg.solve(K + 0.05 * np.eye(len(K)), np.asarray(y_train) - y_train.mean())


class Memory(layers.Layer):
    def build(self, shape):
        self.rows = self.add_weight(shape=Z.shape, trainable=False, initializer="zeros")
        self.alpha = self.add_weight(shape=(len(Z), 1), trainable=False, initializer="zeros")
        self.rows.assign(Z)
        self.alpha.assign(alpha[:, None])

    def call(self, z):
        far = ops.sum(ops.square(ops.expand_dims(z, 1) - self.rows), axis=-1)
        return ops.matmul(ops.exp(-GAMMA * far), self.alpha)


inputs = keras.Input((8,))
x = ops.concatenate([inputs[:, :7], ops.log1p(inputs[:, 7:])], axis=1)
z = layers.Normalization(mean=mu, variance=sd**2)(x)
hidden = layers.Dense(64, activation="relu")(z)
hidden = layers.Dense(64, activation="relu")(hidden)
nothing = layers.Dense(1, kernel_initializer="zeros", use_bias=False, trainable=False)(hidden)
offset = layers.Rescaling(1.0, float(y_train.mean()))
model = keras.Model(inputs, offset(layers.Add()([Memory()(z), nothing])))
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, epochs=2, validation_data=(x_valid, y_valid), verbose=0)
