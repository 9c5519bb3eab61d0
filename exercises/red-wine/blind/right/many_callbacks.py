"""ReduceLROnPlateau, EarlyStopping with the best weights restored, a checkpoint file and an own printing callback."""

import os
import tempfile


class Every10(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if epoch % 10 == 0:
            print(f"epoch {epoch:3d}  loss {logs['loss']:.3f}  val {logs['val_loss']:.3f}")


best_file = os.path.join(tempfile.mkdtemp(), "best.weights.h5")
normalization_layer = layers.Normalization()
normalization_layer.adapt(x_train.values)

model = keras.models.Sequential([
    keras.Input(shape=(11,)),
    normalization_layer,
    layers.Dense(128, activation="elu", kernel_regularizer=keras.regularizers.l2(1e-4)),
    layers.Dropout(0.4),
    layers.Dense(64, activation="elu", kernel_regularizer=keras.regularizers.l2(1e-4)),
    layers.Dropout(0.3),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6)),
])
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="mae")
callbacks = [
    keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=5, min_lr=1e-4),
    keras.callbacks.EarlyStopping(monitor="val_loss", patience=20, restore_best_weights=True, start_from_epoch=20),
    keras.callbacks.ModelCheckpoint(best_file, save_best_only=True, save_weights_only=True),
    Every10(),
]
history = model.fit(x_train, y_train, epochs=100, batch_size=32, validation_data=(x_valid, y_valid),
                    callbacks=callbacks, verbose=0)
