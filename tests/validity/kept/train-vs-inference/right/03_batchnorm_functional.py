# RIGHT: batch norm on the inputs and between the first Dense and its relu (nothing random before it), dropout after each relu, tf.data
import tensorflow as tf
train = tf.data.Dataset.from_tensor_slices((x_train.to_numpy("float32"), np.asarray(y_train, "float32"))).shuffle(20000).batch(128)
valid = tf.data.Dataset.from_tensor_slices((x_valid.to_numpy("float32"), np.asarray(y_valid, "float32"))).batch(512)

inp = tf.keras.Input(shape=(5,))
x = tf.keras.layers.BatchNormalization(momentum=0.95)(inp)
x = tf.keras.layers.Dense(128, use_bias=False)(x)
x = tf.keras.layers.BatchNormalization(momentum=0.95)(x)
x = tf.keras.layers.ReLU()(x)
x = tf.keras.layers.Dropout(0.15)(x)
x = tf.keras.layers.Dense(64, activation="relu")(x)
x = tf.keras.layers.Dropout(0.1)(x)
out = tf.keras.layers.Dense(1, activation="sigmoid")(x)
model = tf.keras.Model(inp, out)
model.compile(tf.keras.optimizers.AdamW(3e-3, weight_decay=1e-4), "binary_crossentropy")
history = model.fit(train, validation_data=valid, epochs=30, verbose=0,
                    callbacks=[tf.keras.callbacks.LearningRateScheduler(lambda e, lr: 3e-3 if e < 18 else 5e-4)])
