"""Separable convolutions, layer normalization, tf.keras, label smoothing on one-hot labels, AdamW with cosine."""

import tensorflow as tf

epochs, batch = 16, 16
rate = tf.keras.optimizers.schedules.CosineDecay(4e-3, epochs * 800 // batch)
model = tf.keras.Sequential([
    tf.keras.Input((30, 30, 1)),
    tf.keras.layers.Conv2D(16, 5, strides=2, padding="same", activation=tf.nn.relu),
    tf.keras.layers.BatchNormalization(momentum=0.9),
    tf.keras.layers.SeparableConv2D(32, 3, padding="same", activation=tf.nn.relu),
    tf.keras.layers.BatchNormalization(momentum=0.9),
    tf.keras.layers.MaxPooling2D(),
    tf.keras.layers.SeparableConv2D(32, 3, padding="same", activation=tf.nn.relu),
    tf.keras.layers.BatchNormalization(momentum=0.9),
    tf.keras.layers.MaxPooling2D(),
    tf.keras.layers.Flatten(), tf.keras.layers.Dense(5),
])
loss = tf.keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.05)
model.compile(optimizer=tf.keras.optimizers.AdamW(rate, weight_decay=1e-3), loss=loss, metrics=["accuracy"])
history = model.fit(x_train, tf.one_hot(y_train, 5).numpy(), validation_data=(x_valid, tf.one_hot(y_valid, 5).numpy()), batch_size=batch, epochs=epochs, verbose=0)
