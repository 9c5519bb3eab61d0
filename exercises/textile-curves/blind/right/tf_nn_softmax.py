"""Activation=tf.nn.softmax, as TensorFlow's tutorials write it."""

import tensorflow as tf

epochs, batch = 12, 16
rate = tf.keras.optimizers.schedules.CosineDecay(1e-3, epochs * 800 // batch)
model = tf.keras.models.Sequential([
    tf.keras.layers.InputLayer(shape=(30, 30, 1)), tf.keras.layers.AveragePooling2D(2),
    tf.keras.layers.Conv2D(8, 3, padding="same", activation=tf.nn.relu), tf.keras.layers.BatchNormalization(momentum=0.9),
    tf.keras.layers.Conv2D(16, 3, padding="same", activation=tf.nn.relu), tf.keras.layers.BatchNormalization(momentum=0.9),
    tf.keras.layers.MaxPooling2D(), tf.keras.layers.Flatten(), tf.keras.layers.Dropout(0.25),
    tf.keras.layers.Dense(5, activation=tf.nn.softmax),
])
model.compile(optimizer=tf.keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=batch, epochs=epochs, verbose=0)
