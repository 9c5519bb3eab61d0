# RIGHT: a subclassed model with random turning and moving in front of the base while training, base held in inference mode, early stopping
class Transfer(keras.Model):
    def __init__(self, base):
        super().__init__()
        self.turn = layers.RandomRotation(0.03)
        self.move = layers.RandomTranslation(0.07, 0.07)
        self.base = base
        self.base.trainable = False
        self.head = layers.Dense(5, activation="softmax")

    def call(self, x, training=False):
        x = self.turn(x, training=training)
        x = self.move(x, training=training)
        x = self.base(x, training=False)
        return self.head(x)


model = Transfer(keras.models.load_model(ag.datasets.digit_base()))
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=15, restore_best_weights=True)
history = model.fit(x_train, y_train, batch_size=25, epochs=80, validation_data=(x_valid, y_valid),
                    callbacks=[stop], verbose=0)
