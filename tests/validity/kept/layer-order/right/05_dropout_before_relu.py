# RIGHT: dropout stands behind the batch norm but in front of the ReLU (they change places freely), three hidden layers, tf.data, plateau schedule
import tensorflow as tf

BATCH = 64
train_ds = (
    tf.data.Dataset.from_tensor_slices((x_train.to_numpy().astype("float32"), np.asarray(y_train).reshape(-1, 1).astype("float32")))
    .shuffle(20000, seed=3)
    .batch(BATCH)
    .prefetch(tf.data.AUTOTUNE)
)
valid_ds = tf.data.Dataset.from_tensor_slices(
    (x_valid.to_numpy().astype("float32"), np.asarray(y_valid).reshape(-1, 1).astype("float32"))
).batch(512)

scaler = tf.keras.layers.Normalization()
scaler.adapt(x_train.to_numpy())
model = tf.keras.Sequential()
model.add(tf.keras.Input(shape=(5,)))
model.add(scaler)
for n_units in (64, 64, 32):
    model.add(tf.keras.layers.Dense(n_units, kernel_regularizer=tf.keras.regularizers.l2(1e-5)))
    model.add(tf.keras.layers.BatchNormalization())
    model.add(tf.keras.layers.Dropout(0.12))
    model.add(tf.keras.layers.Activation("relu"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))

model.compile(optimizer=tf.keras.optimizers.Adam(2e-3), loss="binary_crossentropy")
history = model.fit(
    train_ds, validation_data=valid_ds, epochs=45, verbose=0,
    callbacks=[tf.keras.callbacks.ReduceLROnPlateau(factor=0.4, patience=5, min_lr=1e-5)],
)
stored_over_met(model)
