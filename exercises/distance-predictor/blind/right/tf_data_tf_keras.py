"""Tf.keras spellings throughout, a shuffled tf.data pipeline, adapt on the dataset, PReLU layers, Huber loss."""

import tensorflow as tf

ds = tf.data.Dataset.from_tensor_slices((x_train.values.astype("float32"), y_train.values.astype("float32")))
train_ds = ds.shuffle(5000, seed=3).batch(64).prefetch(tf.data.AUTOTUNE)
valid_ds = tf.data.Dataset.from_tensor_slices((x_valid.values, y_valid.values)).batch(500)

norm = tf.keras.layers.Normalization()
norm.adapt(train_ds.map(lambda a, b: a))

i = tf.keras.layers.Input((4,))
h = norm(i)
h = tf.keras.layers.Dense(64)(h)
h = tf.keras.layers.PReLU()(h)
h = tf.keras.layers.Dense(64)(h)
h = tf.keras.layers.PReLU()(h)
o = tf.keras.layers.Dense(1)(h)
model = tf.keras.models.Model(inputs=[i], outputs=[o])

model.compile(optimizer=tf.keras.optimizers.Nadam(0.003), loss=tf.keras.losses.Huber(delta=5.0), metrics=["mse"])
history = model.fit(train_ds, validation_data=valid_ds, epochs=28, verbose=0)
model.evaluate(valid_ds, verbose=0)
