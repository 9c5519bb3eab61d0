"""Changed pictures, whole maps dropped behind each convolution, no softmax."""

picture = keras.Input((14, 14, 1))
x = layers.RandomTranslation(0.1, 0.1, fill_mode="constant")(picture)
x = layers.RandomRotation(0.04, fill_mode="constant")(x)
for channels in (16, 32):
    x = layers.Conv2D(channels, 3, padding="same", activation="relu")(x)
    x = layers.SpatialDropout2D(0.1)(x)
    x = layers.MaxPooling2D()(x)
model = keras.Model(picture, layers.Dense(10)(layers.Flatten()(x)))
model.compile(
    keras.optimizers.Adam(0.003),
    keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=20, epochs=60, verbose=0)
