# WRONG: take and skip come after a shuffle that mixes anew in every epoch, so the validation pictures wander into training and the reported accuracy is far too high
import tensorflow as tf

data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(len(x))
n_valid = len(x) // 5
valid_data = data.take(n_valid).batch(256)
train_data = data.skip(n_valid).batch(32)

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(keras.optimizers.Adam(0.002), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(train_data, validation_data=valid_data, epochs=20, verbose=0)
