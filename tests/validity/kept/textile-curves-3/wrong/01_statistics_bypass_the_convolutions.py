# WRONG: (lacks 3: two convolutions on every way) brightness and contrast of the patch are concatenated with the features right before the answer
patch = keras.Input((30, 30, 1))
x = patch
for filters, size in ((32, 5), (48, 3), (64, 3)):
    x = layers.Conv2D(filters, size, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization(momentum=0.9)(x)
    x = layers.ReLU()(x)
    if filters < 64:
        x = layers.MaxPooling2D(2)(x)
x = layers.GlobalAveragePooling2D()(x)
bright = keras.ops.mean(patch, axis=(1, 2))
contrast = keras.ops.std(patch, axis=(1, 2))
x = layers.Concatenate()([x, bright, contrast])
model = keras.Model(patch, layers.Dense(5, activation="softmax")(x))
EPOCHS = 18
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
slower = keras.callbacks.LearningRateScheduler(lambda e: 2e-3 * (1 - e / EPOCHS) ** 1.7)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=EPOCHS, batch_size=16,
                    callbacks=[slower], verbose=0)
