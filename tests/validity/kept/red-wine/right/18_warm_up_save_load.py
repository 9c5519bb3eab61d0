# RIGHT: trains the upper layers with the first one frozen, unfreezes, saves and loads the file, and then trains in full with a schedule class of its own
import os
import tempfile


@keras.saving.register_keras_serializable(package="own")
class Halving(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, start, every):
        self.start, self.every = start, every

    def __call__(self, step):
        k = keras.ops.floor(keras.ops.cast(step, "float32") / self.every)
        return self.start * keras.ops.power(0.5, k)

    def get_config(self):
        return {"start": self.start, "every": self.every}


n = layers.Normalization()
n.adapt(x_train.to_numpy())
net = keras.Sequential([
    keras.Input((11,)), n,
    layers.Dense(64, name="h1"), layers.PReLU(), layers.Dropout(0.2),
    layers.Dense(32, name="h2"), layers.PReLU(), layers.Dropout(0.1),
    layers.Dense(1, name="score", bias_initializer=keras.initializers.Constant(5.6)),
])
net.get_layer("h1").trainable = False
net.compile("adam", "mae")
net.fit(x_train, y_train, epochs=5, verbose=0)
net.get_layer("h1").trainable = True
path = os.path.join(tempfile.mkdtemp(), "warm.keras")
net.save(path)

model = keras.models.load_model(path, compile=False)
model.compile(optimizer=keras.optimizers.Adam(Halving(2e-3, 600)), loss="mae")
history = model.fit(x_train, y_train, epochs=40, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
model.save(path)
model = keras.models.load_model(path)
