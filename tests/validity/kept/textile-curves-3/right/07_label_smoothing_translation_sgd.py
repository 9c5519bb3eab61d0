# RIGHT: one-hot labels with label smoothing, RandomTranslation inside the model, Nesterov SGD with clipnorm and weight decay
EPOCHS = 20
t_train = keras.utils.to_categorical(y_train, 5)
t_valid = keras.utils.to_categorical(y_valid, 5)

model = keras.Sequential([keras.Input((30, 30, 1))])
model.add(layers.RandomTranslation(0.1, 0.1, fill_mode="wrap", interpolation="nearest"))
for filters, size in ((24, 5), (32, 3), (48, 3)):
    model.add(layers.Conv2D(filters, size, padding="same", use_bias=False, kernel_initializer="he_normal"))
    model.add(layers.BatchNormalization(momentum=0.9))
    model.add(layers.Activation("relu"))
    if filters < 48:
        model.add(layers.MaxPooling2D(2))
model.add(layers.GlobalAveragePooling2D())
model.add(layers.Dense(5, activation="softmax"))

model.compile(optimizer=keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True, clipnorm=1.0, weight_decay=1e-4),
              loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.05), metrics=["accuracy"])
slower = keras.callbacks.LearningRateScheduler(lambda epoch: 0.05 * (1 - epoch / EPOCHS) ** 2)
history = model.fit(x_train, t_train, validation_data=(x_valid, t_valid), epochs=EPOCHS, batch_size=16,
                    callbacks=[slower], verbose=0)
