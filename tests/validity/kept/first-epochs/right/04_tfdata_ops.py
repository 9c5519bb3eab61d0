# RIGHT: tf.data with a buffer as large as the file (fixed order for the split, then take/skip), functional model made of keras.ops and two hidden layers.
import tensorflow as tf
from keras import ops

N = len(x)
ds = tf.data.Dataset.from_tensor_slices((x.astype("float32"), y.astype("int64")))
ds = ds.shuffle(N, seed=7, reshuffle_each_iteration=False)
n_val = N // 4
val_ds = ds.take(n_val).batch(256).cache()
train_ds = ds.skip(n_val).cache().shuffle(N).batch(16).prefetch(tf.data.AUTOTUNE)

inputs = keras.Input(shape=(28, 28, 1))
z = ops.reshape(inputs, (-1, 784))
z = (z - 0.13) / 0.31
z = layers.Dense(64)(z)
z = ops.relu(z)
z = layers.Dense(32, activation="gelu")(z)
outputs = ops.softmax(layers.Dense(10)(z), axis=-1)
model = keras.Model(inputs, outputs)
model.summary()

model.compile(keras.optimizers.Adam(1e-3), loss=keras.losses.SparseCategoricalCrossentropy(),
              metrics=["accuracy"])
history = model.fit(train_ds, epochs=5, validation_data=val_ds, verbose=0)
print(history.history["val_accuracy"])
