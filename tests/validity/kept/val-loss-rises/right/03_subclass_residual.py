# RIGHT: a subclassed residual network with batch norm, the pictures moved inside call, AdamW with a cosine schedule
class Block(layers.Layer):
    def __init__(self, filters, **kw):
        super().__init__(**kw)
        self.filters = filters
        self.conv1 = layers.Conv2D(filters, 3, padding="same", use_bias=False)
        self.bn1 = layers.BatchNormalization(momentum=0.9)
        self.conv2 = layers.Conv2D(filters, 3, padding="same", use_bias=False)
        self.bn2 = layers.BatchNormalization(momentum=0.9)

    def call(self, x, training=False):
        y = keras.ops.relu(self.bn1(self.conv1(x), training=training))
        y = self.bn2(self.conv2(y), training=training)
        return keras.ops.relu(x + y)

    def get_config(self):
        return {**super().get_config(), "filters": self.filters}


class SmallResNet(keras.Model):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.move = layers.RandomTranslation(0.08, 0.08, fill_mode="constant")
        self.stem = layers.Conv2D(24, 3, padding="same", activation="relu")
        self.pool1 = layers.MaxPooling2D()
        self.middle = layers.Conv2D(32, 3, padding="same", activation="relu")
        self.block = Block(32)
        self.pool2 = layers.MaxPooling2D()
        self.flat = layers.Flatten()
        self.drop = layers.Dropout(0.4)
        self.head = layers.Dense(10)

    def call(self, x, training=False):
        x = self.move(x, training=training)
        x = self.pool1(self.stem(x))
        x = self.middle(x)
        x = self.pool2(self.block(x, training=training))
        x = self.drop(self.flat(x), training=training)
        return self.head(x)


EPOCHS, BATCH = 60, 25
schedule = keras.optimizers.schedules.CosineDecay(2e-3, decay_steps=EPOCHS * 200 // BATCH)
model = SmallResNet()
model.compile(keras.optimizers.AdamW(schedule, weight_decay=0.01),
              keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=BATCH, epochs=EPOCHS,
                    validation_data=(x_valid, y_valid), verbose=0)
model.summary()
