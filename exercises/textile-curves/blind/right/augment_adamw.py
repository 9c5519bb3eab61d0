"""Random flips inside the model, AdamW with weight decay and gradient clipping, epoch-wise cosine with a long quiet tail."""

import math

augment = keras.Sequential([layers.RandomFlip("vertical"), layers.RandomContrast(0.1, value_range=(0, 1))], name="augment")

inputs = keras.Input((30, 30, 1))
x = augment(inputs)
x = layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6)(x)
for f, k, s in [(16, 5, 2), (32, 3, 1), (32, 3, 2)]:
    x = layers.Conv2D(f, k, strides=s, padding="same")(x)
    x = layers.LeakyReLU(negative_slope=0.1)(x)
x = layers.GlobalAveragePooling2D()(x)
x = layers.Dense(48, activation="relu")(x)
outputs = layers.Dense(5, activation="softmax")(x)
model = keras.Model(inputs, outputs)

E = 18
def cosine(epoch):
    t = min(epoch / 12, 1.0)
    return 2e-5 + 2e-3 * 0.5 * (1 + math.cos(math.pi * t))

model.compile(keras.optimizers.AdamW(2e-3, weight_decay=1e-3, clipnorm=1.0),
              "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=E, batch_size=32, validation_data=(x_valid, y_valid), verbose=0,
                    callbacks=[keras.callbacks.LearningRateScheduler(cosine)])
