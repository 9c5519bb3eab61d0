# WRONG: (lacks 4: at least 88 %) "smooth the statistics": batch norm with momentum .9999 never gets away from mean 0 and variance 1, so the curve is smooth and low
EPOCHS = 16
model = keras.Sequential([keras.Input((30, 30, 1))])
for filters, size, stride in ((32, 5, 2), (48, 3, 1), (64, 3, 2)):
    model.add(layers.Conv2D(filters, size, strides=stride, padding="same", use_bias=False))
    model.add(layers.BatchNormalization(momentum=0.9999))
    model.add(layers.ReLU())
model.add(layers.GlobalAveragePooling2D())
model.add(layers.Dense(5, activation="softmax"))
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
slower = keras.callbacks.LearningRateScheduler(lambda e: 1e-3 * (1 - e / EPOCHS) ** 1.7)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=EPOCHS, batch_size=32,
                    callbacks=[slower], verbose=0)
