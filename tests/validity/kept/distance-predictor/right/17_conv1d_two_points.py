# RIGHT: Conv1D over the two points (kernel 1 = one encoder for both, then kernel 2 joins them) after a Normalization, Flatten at the end; own train_step counts the batches
class CountingModel(keras.Model):
    batches_seen = 0

    def train_step(self, data):
        CountingModel.batches_seen += 1  # counted while tracing only, for fun
        return super().train_step(data)


norm = layers.Normalization(axis=-1)
norm.adapt(x_train.to_numpy(dtype="float32"))
i = keras.Input((4,))
h = layers.Reshape((2, 2))(norm(i))
h = layers.Conv1D(64, 1, activation="relu")(h)
h = layers.Conv1D(96, 2, activation="relu")(h)
h = layers.Flatten()(h)
h = layers.Dense(64, activation="relu")(h)
h = layers.Dense(32, activation="relu")(h)
model = CountingModel(i, layers.Dense(1)(h))
model.compile(optimizer=keras.optimizers.Adamax(0.006), loss="mse")
history = model.fit(x_train, y_train, epochs=40, batch_size=64, verbose=0,
                    callbacks=[keras.callbacks.EarlyStopping(monitor="loss", patience=6)])
