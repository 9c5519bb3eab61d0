"""Copied from the TensorFlow regression tutorial (tf.keras spelling, helper function, shuffled rows with validation_split), only with a larger step."""

import tensorflow as tf

normalizer = tf.keras.layers.Normalization(axis=-1)
normalizer.adapt(np.array(x_train))


def build_and_compile_model(norm):
    model = tf.keras.Sequential([
        norm,
        tf.keras.layers.Dense(64, activation='relu'),
        tf.keras.layers.Dense(64, activation='relu'),
        tf.keras.layers.Dense(1)
    ])
    model.compile(loss='mean_absolute_error',
                  optimizer=tf.keras.optimizers.Adam(0.01))
    return model


# the file is sorted, so shuffle before validation_split cuts off its end
shuffled = x_train.sample(frac=1, random_state=0)
labels = y_train.loc[shuffled.index]

dnn_model = build_and_compile_model(normalizer)
dnn_model.summary()
history = dnn_model.fit(shuffled, labels, validation_split=0.15, verbose=0, epochs=60)
model = dnn_model
