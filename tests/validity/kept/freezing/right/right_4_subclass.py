# RIGHT: a subclassed model that reads several depths of the frozen base (means behind blocks two and three, maxima behind three), moves the pictures in training, AdamW, early stopping
from keras import ops


class BorrowedEyes(keras.Model):
    def __init__(self, classes: int = 5, **kwargs):
        super().__init__(**kwargs)
        base = keras.models.load_model(ag.datasets.digit_base())
        self.eyes = keras.Model(
            base.inputs[0], [base.get_layer("relu_2").output, base.get_layer("relu_3").output], name="eyes"
        )
        self.eyes.trainable = False
        self.move = layers.RandomTranslation(0.07, 0.07, fill_mode="constant")
        self.turn = layers.RandomRotation(0.03, fill_mode="constant")
        self.mean = layers.GlobalAveragePooling2D()
        self.most = layers.GlobalMaxPooling2D()
        self.drop = layers.Dropout(0.3)
        self.head = layers.Dense(classes, activation="softmax")
        self.classes = classes

    def call(self, x, training=False):
        x = self.move(x, training=training)
        x = self.turn(x, training=training)
        two, three = self.eyes(x, training=False)
        seen = ops.concatenate([self.mean(two), self.mean(three), self.most(three)], axis=-1)
        return self.head(self.drop(seen, training=training))

    def get_config(self):
        return {**super().get_config(), "classes": self.classes}


model = BorrowedEyes()
model.build((None, 14, 14, 1))
model.compile(
    keras.optimizers.AdamW(0.005, weight_decay=0.01),
    loss=keras.losses.SparseCategoricalCrossentropy(),
    metrics=["accuracy"],
)
history = model.fit(
    x_train, y_train,
    batch_size=20,
    epochs=120,
    validation_data=(x_valid, y_valid),
    callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=25, restore_best_weights=True)],
    verbose=0,
)
