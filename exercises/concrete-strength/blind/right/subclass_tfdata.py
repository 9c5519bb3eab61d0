"""PyTorch habit: subclassed model without get_config, __init__ and forward pass, fed by a tf.data pipeline."""

import tensorflow as tf


class ConcreteNet(keras.Model):
    def __init__(self, data, hidden=64):
        super().__init__()
        self.scale = layers.Normalization()
        self.scale.adapt(data)
        self.fc1 = layers.Dense(hidden)
        self.fc2 = layers.Dense(hidden)
        self.act = layers.ReLU()
        self.head = layers.Dense(1)

    def call(self, x):
        x = self.scale(x)
        x = self.act(self.fc1(x))
        x = self.act(self.fc2(x))
        return self.head(x)


train_loader = (
    tf.data.Dataset.from_tensor_slices((x_train.to_numpy("float32"), y_train.to_numpy("float32")))
    .shuffle(2000)
    .batch(32)
    .prefetch(tf.data.AUTOTUNE)
)
valid_loader = tf.data.Dataset.from_tensor_slices(
    (x_valid.to_numpy("float32"), y_valid.to_numpy("float32"))).batch(256)

model = ConcreteNet(x_train.to_numpy("float32"))
optimizer = keras.optimizers.Adam(0.01)
criterion = keras.losses.MeanSquaredError()
model.compile(optimizer=optimizer, loss=criterion)
history = model.fit(train_loader, validation_data=valid_loader, epochs=60, verbose=0)
