# RIGHT: Normalization in front (its 5 numbers counted) and Rescaling behind, so that it learns standardised heights but answers real ones; tf.data, Huber, AdamW with cosine
import tensorflow as tf

y_np = np.ravel(np.asarray(y_train)).astype("float32")
m, s = float(y_np.mean()), float(y_np.std())
ds = tf.data.Dataset.from_tensor_slices((x_train.to_numpy().astype("float32"), y_np[:, None])).cache().shuffle(10_000).batch(32).prefetch(2)
ds_valid = tf.data.Dataset.from_tensor_slices((x_valid.to_numpy().astype("float32"), np.ravel(np.asarray(y_valid)).astype("float32")[:, None])).batch(256)

norm = tf.keras.layers.Normalization(axis=-1)
norm.adapt(x_train.to_numpy())
model = tf.keras.Sequential([
    tf.keras.Input(shape=(2,)),
    norm,
    tf.keras.layers.Dense(12, activation="elu"),
    tf.keras.layers.Dense(12, activation="relu"),
    tf.keras.layers.Dense(12, activation="relu"),
    tf.keras.layers.Dense(1),
    tf.keras.layers.Rescaling(scale=s, offset=m),
])
model.summary()
epochs = 180
total = epochs * int(np.ceil(len(x_train) / 32))
model.compile(
    optimizer=tf.keras.optimizers.AdamW(tf.keras.optimizers.schedules.CosineDecay(1e-2, total), weight_decay=1e-5),
    loss=tf.keras.losses.Huber(delta=max(s, 1e-3)),
)
history = model.fit(ds, validation_data=ds_valid, epochs=epochs, verbose=0)
