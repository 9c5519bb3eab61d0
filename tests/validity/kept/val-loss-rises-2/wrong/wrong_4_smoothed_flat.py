# WRONG: half of each label is spread over all digits, so that the network is never too sure but also never sure where it is right, and its loss stays above 0.5.
one_hot = keras.utils.to_categorical
picture = keras.Input((14, 14, 1))
x = layers.RandomTranslation(0.1, 0.1, fill_mode="constant")(picture)
x = layers.Conv2D(32, 3, padding="same", activation="swish")(x)
x = layers.Conv2D(32, 3, padding="same", activation="swish")(x)
x = layers.MaxPooling2D()(x)
x = layers.Conv2D(64, 3, padding="same", activation="swish")(x)
x = layers.GlobalMaxPooling2D()(x)
x = layers.Dropout(0.2)(x)
digit = layers.Dense(10, activation="softmax")(x)
model = keras.Model(picture, digit)
model.compile(
    optimizer=keras.optimizers.AdamW(2e-3, weight_decay=1e-3),
    loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.5),
    metrics=["accuracy"],
)
history = model.fit(
    x_train, one_hot(y_train, 10),
    batch_size=16, epochs=60,
    validation_data=(x_valid, one_hot(y_valid, 10)),
    verbose=0,
)
