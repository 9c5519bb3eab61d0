# RIGHT: every fifth row of the sorted file is kept for validation (so all digits are in both parts), tf.data shuffles the whole rest, a small convolutional network with SGD and momentum
import pandas as pd
import tensorflow as tf

table = pd.DataFrame({"digit": np.asarray(y)})
table["keep"] = table.groupby("digit").cumcount() % 5 == 4
print(table.groupby("digit")["keep"].agg(["sum", "size"]))
keep = table["keep"].to_numpy()

BATCH, EPOCHS = 16, 5
train = tf.data.Dataset.from_tensor_slices((x[~keep], y[~keep]))
train = train.shuffle(int((~keep).sum()), seed=3, reshuffle_each_iteration=True).batch(BATCH).prefetch(tf.data.AUTOTUNE)
valid = tf.data.Dataset.from_tensor_slices((x[keep], y[keep])).batch(256)

model = keras.Sequential(name="stairs")
model.add(keras.Input((28, 28, 1)))
for filters in (8, 16):
    model.add(layers.Conv2D(filters, 3, strides=2, padding="same", activation="relu", kernel_initializer="he_normal"))
model.add(layers.Flatten())
model.add(layers.Dense(48, activation="relu", kernel_initializer="he_normal"))
model.add(layers.Dense(10, activation="softmax"))

rate = keras.optimizers.schedules.PolynomialDecay(0.02, EPOCHS * len(train), end_learning_rate=0.002)
model.compile(
    keras.optimizers.SGD(rate, momentum=0.9, nesterov=True), "sparse_categorical_crossentropy", metrics=["accuracy"]
)
history = model.fit(train, validation_data=valid, epochs=EPOCHS, verbose=0)
