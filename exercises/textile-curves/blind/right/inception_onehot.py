"""Two branches of different kernels behind a common stem, one-hot labels with label smoothing and categorical crossentropy."""

y_train_cat = keras.utils.to_categorical(y_train, 5)
y_valid_cat = keras.utils.to_categorical(y_valid, 5)

inp = keras.Input((30, 30, 1))
z = layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6)(inp)
z = layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(z)
a = layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(z)
b = layers.Conv2D(16, 5, strides=2, padding="same", activation="relu")(z)
c = layers.concatenate([a, b])
c = layers.Conv2D(32, 3, padding="same", activation="relu")(c)
feat = layers.concatenate([layers.GlobalAveragePooling2D()(c), layers.GlobalMaxPooling2D()(c)])
out = layers.Dense(5, activation="softmax")(feat)
model = keras.Model(inp, out, name="mini_inception")

model.compile(
    optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(
        initial_learning_rate=2e-4, warmup_target=2e-3, warmup_steps=50, decay_steps=280, alpha=0.01)),
    loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.05),
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train_cat, epochs=15, batch_size=32,
                    validation_data=(x_valid, y_valid_cat), verbose=0)
