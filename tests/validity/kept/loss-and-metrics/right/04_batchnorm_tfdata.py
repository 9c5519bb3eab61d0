# RIGHT: standardises with a BatchNormalization without gamma and beta as first layer, trains from tf.data with AdamW and cosine decay
import tensorflow as tf

BATCH = 128
EPOCHS = 40
ds = (tf.data.Dataset.from_tensor_slices((x_train.to_numpy("float32"), np.asarray(y_train, "float32")))
      .cache().shuffle(len(x_train), seed=3).batch(BATCH).prefetch(tf.data.AUTOTUNE))
ds_val = tf.data.Dataset.from_tensor_slices((x_valid.to_numpy("float32"), np.asarray(y_valid, "float32"))).batch(1024)
steps = EPOCHS * int(np.ceil(len(x_train) / BATCH))

model = keras.Sequential()
model.add(keras.Input((5,)))
model.add(layers.BatchNormalization(center=False, scale=False, momentum=0.99, epsilon=1e-6))
model.add(layers.Dense(128, activation="relu"))
model.add(layers.Dense(64, activation="relu"))
model.add(layers.Dense(1))
model.add(layers.Activation("sigmoid"))
model.compile(keras.optimizers.AdamW(keras.optimizers.schedules.CosineDecay(4e-3, steps), weight_decay=1e-3, clipnorm=1.0),
              "binary_crossentropy", metrics=[keras.metrics.AUC(curve="PR", name="ap")])
history = model.fit(ds, validation_data=ds_val, epochs=EPOCHS, verbose=0)
