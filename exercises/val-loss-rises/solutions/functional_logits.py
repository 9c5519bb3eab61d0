"""No softmax, larger pictures of the digits, weights decayed, a learning rate that falls along a cosine."""

epochs, batch_size = 40, 20
picture = keras.Input((14, 14, 1))
x = layers.RandomTranslation(0.1, 0.1, fill_mode="constant")(picture)
x = layers.RandomZoom(0.1, fill_mode="constant")(x)
for channels in (12, 24):
    x = layers.Conv2D(channels, 3, padding="same")(x)
    x = layers.MaxPooling2D()(layers.LeakyReLU()(x))
x = layers.Dense(32, activation="relu")(layers.Flatten()(x))
model = keras.Model(picture, layers.Dense(10)(x))
rate = keras.optimizers.schedules.CosineDecay(0.004, epochs * len(y_train) // batch_size)
model.compile(
    keras.optimizers.AdamW(rate, weight_decay=0.01),
    keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), batch_size=batch_size, epochs=epochs, verbose=0
)
