"""Tf.keras imports, up to 200 epochs, EarlyStopping with restore_best_weights."""

import tensorflow as tf

norm = tf.keras.layers.Normalization(axis=-1)
norm.adapt(np.array(x_train))
model = tf.keras.Sequential()
model.add(tf.keras.layers.Input(shape=(11,)))
model.add(norm)
model.add(tf.keras.layers.Dense(64, activation=tf.nn.relu))
model.add(tf.keras.layers.Dropout(0.3))
model.add(tf.keras.layers.Dense(32, activation=tf.nn.relu))
model.add(tf.keras.layers.Dropout(0.3))
model.add(tf.keras.layers.Dense(1))
model.compile(optimizer=tf.keras.optimizers.Adam(0.003), loss=tf.keras.losses.MeanAbsoluteError())
stop = tf.keras.callbacks.EarlyStopping(monitor="val_loss", patience=15, restore_best_weights=True)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=200, callbacks=[stop], verbose=0)
