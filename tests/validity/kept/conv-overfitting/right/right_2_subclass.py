# RIGHT: a subclassed model with a layer of the student's own (keras.ops) that pushes each picture by up to one pixel, separable convolutions, gelu, logits, AdamW
from keras import ops


class Nudge(layers.Layer):
    """In training, moves every picture of the batch by its own random step of at most `reach` pixels."""

    def __init__(self, reach=1, **kwargs):
        super().__init__(**kwargs)
        self.reach = reach
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, x, training=False):
        if not training:
            return x
        r, (height, width) = self.reach, x.shape[1:3]
        wide = ops.pad(x, [[0, 0], [r, r], [r, r], [0, 0]])
        moved = ops.stack(
            [wide[:, i:i + height, j:j + width, :] for i in range(2 * r + 1) for j in range(2 * r + 1)], axis=1
        )
        places = (2 * r + 1) ** 2
        choice = keras.random.randint((ops.shape(x)[0],), 0, places, seed=self.seed_generator)
        mask = ops.reshape(ops.one_hot(choice, places), (-1, places, 1, 1, 1))
        return ops.sum(moved * mask, axis=1)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "reach": self.reach}


class SmallReader(keras.Model):
    def __init__(self, filters=(16, 32, 48), rate=0.4, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.rate = tuple(filters), rate
        self.nudge = Nudge(1)
        self.turn = layers.RandomRotation(0.045, fill_mode="constant")
        self.first = layers.Conv2D(filters[0], 3, padding="same", activation="gelu")
        self.second = layers.SeparableConv2D(filters[1], 3, padding="same", activation="gelu")
        self.third = layers.SeparableConv2D(filters[2], 3, padding="same", activation="gelu")
        self.pool = layers.MaxPooling2D(2)
        self.flat = layers.Flatten()
        self.drop = layers.Dropout(rate)
        self.head = layers.Dense(10)

    def call(self, x, training=False):
        x = self.turn(self.nudge(x, training=training), training=training)
        x = self.pool(self.first(x))
        x = self.third(self.second(x))
        x = self.flat(self.pool(x))
        return self.head(self.drop(x, training=training))

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "rate": self.rate}


model = SmallReader()
model.build((None, 14, 14, 1))
model.compile(
    optimizer=keras.optimizers.AdamW(learning_rate=0.003, weight_decay=0.01),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, batch_size=20, epochs=120, validation_data=(x_valid, y_valid), verbose=0)
