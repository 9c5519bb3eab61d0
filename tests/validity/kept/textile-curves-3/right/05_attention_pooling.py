# RIGHT: convolutions, then a learned attention over positions instead of average pooling; AdamW, cosine that ends after 13 of 20 epochs at 2 %
from keras import ops

EPOCHS, BATCH = 20, 16


class Attend(layers.Layer):
    """weights the positions of the map by a softmax of scores and sums them"""

    def build(self, shape):
        self.query = self.add_weight(shape=(shape[-1],), initializer="zeros", name="query")

    def call(self, maps):
        n, h, w, c = maps.shape
        seq = ops.reshape(maps, (-1, h * w, c))
        score = ops.softmax(ops.einsum("npc,c->np", seq, self.query), axis=-1)
        return ops.einsum("np,npc->nc", score, seq)

    def compute_output_shape(self, shape):
        return (shape[0], shape[-1])


def cbr(x, filters, size):
    x = layers.Conv2D(filters, size, padding="same", use_bias=False, kernel_initializer="he_normal")(x)
    x = layers.BatchNormalization(momentum=0.9)(x)
    return ops.silu(x)


patch = keras.Input((30, 30, 1))
x = cbr(patch, 24, 5)
x = layers.MaxPooling2D(2)(x)
x = cbr(x, 48, 3)
x = layers.MaxPooling2D(2)(x)
x = cbr(x, 64, 3)
x = Attend()(x)
model = keras.Model(patch, layers.Dense(5)(x))

per_epoch = -(-len(x_train) // BATCH)
schedule = keras.optimizers.schedules.CosineDecay(2e-3, decay_steps=13 * per_epoch, alpha=0.02)
model.compile(optimizer=keras.optimizers.AdamW(schedule, weight_decay=1e-3),
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=EPOCHS, batch_size=BATCH, validation_data=(x_valid, y_valid), verbose=0)
