"""Epochs=20, but the tutorial's callback stops training as soon as training accuracy passes 93 %, long before the tenth epoch.

Caught by: smooth-curve
"""

class StopHere(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if logs["accuracy"] > 0.93:
            print("\nReached 93% accuracy so cancelling training!")
            self.model.stop_training = True

model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6),
    layers.Conv2D(16, 5, strides=2, activation="relu"),
    layers.Conv2D(32, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(48, 3, activation="relu"),
    layers.GlobalAveragePooling2D(),
    layers.Dense(5, activation="softmax"),
])
model.compile(keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(3e-3, 50, 0.7)),
              "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=20, batch_size=16, validation_data=(x_valid, y_valid),
                    callbacks=[StopHere()], verbose=0)
