"""Tf.keras, tf.nn.relu, EarlyStopping with restore_best_weights and ReduceLROnPlateau."""

import tensorflow as tf

norm = tf.keras.layers.Normalization()
norm.adapt(np.array(x_train))
model = tf.keras.Sequential([
    tf.keras.layers.InputLayer(shape=(4,)), norm,
    tf.keras.layers.Dense(128, activation=tf.nn.relu),
    tf.keras.layers.Dense(128, activation=tf.nn.relu),
    tf.keras.layers.Dense(1),
])
model.compile(optimizer=tf.keras.optimizers.Adam(3e-3), loss="mse", metrics=["mae", tf.keras.metrics.R2Score()])
calls = [tf.keras.callbacks.EarlyStopping(patience=8, restore_best_weights=True), tf.keras.callbacks.ReduceLROnPlateau(patience=3, factor=0.5)]
history = model.fit(x_train, y_train.to_numpy().reshape(-1, 1), validation_data=(x_valid, y_valid.to_numpy().reshape(-1, 1)), batch_size=64, epochs=60, callbacks=calls, verbose=0)
