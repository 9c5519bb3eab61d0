"""TensorFlow-tutorial style with tf.keras spellings, tf.data with shuffle, batch and prefetch, and a smaller batch."""

import tensorflow as tf

AUTOTUNE = tf.data.AUTOTUNE
train_ds = tf.data.Dataset.from_tensor_slices((x_train, y_train)).cache().shuffle(800).batch(20).prefetch(AUTOTUNE)
val_ds = tf.data.Dataset.from_tensor_slices((x_valid, y_valid)).batch(100).cache().prefetch(AUTOTUNE)

model = tf.keras.models.Sequential([
    tf.keras.layers.Input(shape=(30, 30, 1)),
    tf.keras.layers.Rescaling(2.0, offset=-1.0),
    tf.keras.layers.Conv2D(16, (5, 5), strides=(2, 2)),
    tf.keras.layers.BatchNormalization(momentum=0.8),
    tf.keras.layers.ReLU(),
    tf.keras.layers.Conv2D(32, (3, 3)),
    tf.keras.layers.BatchNormalization(momentum=0.8),
    tf.keras.layers.ReLU(),
    tf.keras.layers.MaxPooling2D((2, 2)),
    tf.keras.layers.Conv2D(32, (3, 3), activation="relu"),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(5),
])
lr = tf.keras.optimizers.schedules.PolynomialDecay(3e-3, decay_steps=40 * 12, end_learning_rate=1e-5, power=2.0)
model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=lr),
              loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(train_ds, validation_data=val_ds, epochs=14, verbose=0)
