"""Tf.keras spellings, a tf.data pipeline with shuffle/batch/prefetch, Adam with cosine decay and warm-up."""

import tensorflow as tf

BATCH, EPOCHS = 32, 45
train_ds = (tf.data.Dataset.from_tensor_slices((x_train.values.astype("float32"), y_train.values.astype("float32")))
            .shuffle(2000, seed=3).batch(BATCH).prefetch(tf.data.AUTOTUNE))
valid_ds = tf.data.Dataset.from_tensor_slices((x_valid.values.astype("float32"), y_valid.values.astype("float32"))).batch(256)

normalize = tf.keras.layers.Normalization(axis=-1)
normalize.adapt(train_ds.map(lambda x, y: x))

total = EPOCHS * len(train_ds)
lr = tf.keras.optimizers.schedules.CosineDecay(0.0, total - 100, warmup_target=4e-3, warmup_steps=100, alpha=0.01)

model = tf.keras.Sequential()
model.add(tf.keras.Input(shape=(11,)))
model.add(normalize)
model.add(tf.keras.layers.Dense(80, activation=tf.nn.relu))
model.add(tf.keras.layers.Dropout(rate=0.3))
model.add(tf.keras.layers.Dense(40, activation=tf.nn.relu))
model.add(tf.keras.layers.Dropout(rate=0.2))
model.add(tf.keras.layers.Dense(1))
model.compile(optimizer=tf.keras.optimizers.Adam(lr), loss=tf.keras.losses.MeanAbsoluteError())
history = model.fit(train_ds, validation_data=valid_ds, epochs=EPOCHS, verbose=0)
