# RIGHT: keras.Model with an own train_step that computes both losses itself; the code is handed out as a third output; noise on the input and the code during training
import tensorflow as tf
from keras import ops


class Joint(keras.Model):
    def train_step(self, data):
        x, y = data
        y = ops.reshape(y, (-1,))
        with tf.GradientTape() as tape:
            answer = self(x, training=True)
            mse = ops.mean(ops.square(answer["picture"] - x))
            ce = ops.mean(keras.losses.sparse_categorical_crossentropy(y, answer["digit"]))
            total = 25.0 * mse + 0.7 * ce
        gradients = tape.gradient(total, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        named = ops.cast(ops.argmax(answer["digit"], axis=-1), "int32")
        right = ops.mean(ops.cast(named == ops.cast(y, "int32"), "float32"))
        return {"loss": total, "mse": mse, "accuracy": right}


i = keras.Input((28, 28, 1))
h = layers.GaussianNoise(0.1)(i)
h = layers.Flatten()(h)
h = layers.Dense(192, activation="relu")(h)
code = layers.Dense(16, name="code")(h)
noisy = layers.GaussianNoise(0.05)(code)
p = layers.Dense(192, activation="relu")(noisy)
p = layers.Dense(784, activation="sigmoid")(p)
p = layers.Reshape((28, 28, 1))(p)
d = layers.Dense(10, activation="softmax")(noisy)

model = Joint(inputs=i, outputs={"picture": p, "digit": d, "code": code})
model.compile(optimizer=keras.optimizers.Adam(0.0015))
history = model.fit(x_train, y_train, batch_size=64, epochs=32, verbose=0)
found = model.predict(x_valid, verbose=0)
print(np.mean((found["picture"] - x_valid) ** 2), np.mean(found["digit"].argmax(1) == y_valid))
