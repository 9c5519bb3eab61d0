# RIGHT: own callback writes optimizer.learning_rate at every epoch's begin; squeeze-and-excite block; checkpoint, CSV log and a patient EarlyStopping beside it
import os, tempfile
work = tempfile.mkdtemp()

class HalveLater(keras.callbacks.Callback):
    def __init__(self, start, first=5):
        super().__init__()
        self.start, self.first = start, first
    def on_epoch_begin(self, epoch, logs=None):
        self.model.optimizer.learning_rate = self.start * 0.5 ** max(0, epoch - self.first)
    def on_epoch_end(self, epoch, logs=None):
        print(epoch, float(self.model.optimizer.learning_rate), round(logs["val_accuracy"], 3))

inp = keras.Input((30, 30, 1))
x = layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6)(inp)
x = layers.Conv2D(16, 5, strides=2, activation="relu")(x)
x = layers.Conv2D(32, 3, activation="relu")(x)
s = layers.GlobalAveragePooling2D()(x)
s = layers.Dense(8, activation="relu")(s)
s = layers.Dense(32, activation="sigmoid")(s)
x = layers.Multiply()([x, layers.Reshape((1, 1, 32))(s)])
x = layers.MaxPooling2D()(x)
x = layers.Conv2D(32, 3, activation="relu")(x)
x = layers.GlobalAveragePooling2D()(x)
out = layers.Dense(5, activation="softmax")(x)
model = keras.Model(inp, out)
model.compile(optimizer=keras.optimizers.RMSprop(1e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train, y_train, epochs=16, batch_size=25, validation_data=(x_valid, y_valid), verbose=0,
    callbacks=[HalveLater(2e-3),
               keras.callbacks.ModelCheckpoint(os.path.join(work, "best.keras"), monitor="val_accuracy", save_best_only=True),
               keras.callbacks.CSVLogger(os.path.join(work, "log.csv")),
               keras.callbacks.EarlyStopping(monitor="val_accuracy", patience=15)])
