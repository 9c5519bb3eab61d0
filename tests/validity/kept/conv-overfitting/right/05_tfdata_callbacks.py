# RIGHT: augments in a tf.data pipeline outside of the model, with ReduceLROnPlateau and early stopping on the validation loss that restores the best weights.
import tensorflow as tf

changes = [layers.RandomTranslation(0.08, 0.08, fill_mode="constant"),
           layers.RandomRotation(0.045, fill_mode="constant"),
           layers.RandomZoom(0.12, fill_mode="constant")]


def augment(images, labels):
    for change in changes:
        images = change(images, training=True)
    return images, labels


train_ds = (tf.data.Dataset.from_tensor_slices((np.asarray(x_train, "float32"), y_train))
            .repeat(4).shuffle(800).batch(20).map(augment).prefetch(1))
valid_ds = tf.data.Dataset.from_tensor_slices((np.asarray(x_valid, "float32"), y_valid)).batch(500)

l2 = keras.regularizers.L2(1e-4)
model = keras.Sequential([
    layers.Input((14, 14, 1)),
    layers.Conv2D(12, 3, padding="same", kernel_regularizer=l2),
    layers.BatchNormalization(momentum=0.95), layers.Activation("relu"),
    layers.Conv2D(24, 3, strides=2, padding="same", kernel_regularizer=l2),
    layers.BatchNormalization(momentum=0.95), layers.Activation("relu"),
    layers.Conv2D(32, 3, padding="same", kernel_regularizer=l2),
    layers.BatchNormalization(momentum=0.95), layers.Activation("relu"),
    layers.AveragePooling2D(2),
    layers.Flatten(),
    layers.Dropout(0.3),
    layers.Dense(10),
])
model.compile(keras.optimizers.Adam(2e-3),
              keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(
    train_ds, epochs=60, validation_data=valid_ds, verbose=2,
    callbacks=[keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=6, min_lr=1e-4),
               keras.callbacks.EarlyStopping(monitor="val_loss", patience=20, restore_best_weights=True),
               keras.callbacks.TerminateOnNaN()])
