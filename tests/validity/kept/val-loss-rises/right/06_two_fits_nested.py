# RIGHT: nested models with tf.keras spellings, two fits with a smaller learning rate in the second, global average pooling
import tensorflow as tf

augment = tf.keras.Sequential([
    tf.keras.layers.RandomTranslation(0.1, 0.1, fill_mode="constant"),
    tf.keras.layers.RandomZoom(0.1, fill_mode="constant"),
], name="augment")

features = tf.keras.Sequential([
    tf.keras.Input((14, 14, 1)),
    tf.keras.layers.Conv2D(32, 3, padding="same"),
    tf.keras.layers.BatchNormalization(momentum=0.9),
    tf.keras.layers.Activation("relu"),
    tf.keras.layers.MaxPool2D(),
    tf.keras.layers.Conv2D(64, 3, padding="same"),
    tf.keras.layers.BatchNormalization(momentum=0.9),
    tf.keras.layers.Activation("relu"),
    tf.keras.layers.Conv2D(64, 3, activation="relu"),
    tf.keras.layers.Conv2D(64, 3, activation="relu"),
    tf.keras.layers.GlobalAveragePooling2D(),
], name="features")

inputs = tf.keras.Input((14, 14, 1))
outputs = tf.keras.layers.Dense(10, activation="softmax")(
    tf.keras.layers.Dropout(0.2)(features(augment(inputs))))
model = tf.keras.Model(inputs, outputs)

model.compile(tf.keras.optimizers.Adam(2e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])
first = model.fit(x_train, y_train, batch_size=20, epochs=50, validation_data=(x_valid, y_valid), verbose=0)
model.compile(tf.keras.optimizers.Adam(3e-4), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=20, epochs=20, validation_data=(x_valid, y_valid), verbose=0)
print(first.history["val_loss"][-1], "->", history.history["val_loss"][-1])
