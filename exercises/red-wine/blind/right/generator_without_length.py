"""Trained from tf.data.Dataset.from_generator, which does not know its length."""

import tensorflow as tf

def batches():
    order = np.random.permutation(len(x_train))
    for first in range(0, len(order), 32):
        rows = order[first:first + 32]
        yield x_train.to_numpy()[rows], y_train.to_numpy()[rows]

stream = tf.data.Dataset.from_generator(batches, output_signature=(tf.TensorSpec((None, 11), tf.float32), tf.TensorSpec((None,), tf.float32)))
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((11,)), norm,
    layers.Dense(64, activation="relu"), layers.Dropout(0.2),
    layers.Dense(64, activation="relu"), layers.Dropout(0.2),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
])
model.compile(optimizer="adam", loss="mae")
history = model.fit(stream, validation_data=(x_valid, y_valid), epochs=40, verbose=0)
