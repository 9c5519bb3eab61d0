# WRONG: (lacks 1: values from 0 to 1 as they come) copied Rescaling(1/255) from a tutorial, it did not learn, so the patches are multiplied by 255 outside
x_train, x_valid = 255 * x_train, 255 * x_valid   # pictures have values from 0 to 255
model = keras.Sequential([keras.Input((30, 30, 1)), layers.Rescaling(1 / 255)])
for filters, size, stride in ((32, 5, 2), (48, 3, 1), (64, 3, 2)):
    model.add(layers.Conv2D(filters, size, strides=stride, padding="same", use_bias=False))
    model.add(layers.BatchNormalization(momentum=0.9))
    model.add(layers.ReLU())
model.add(layers.GlobalAveragePooling2D())
model.add(layers.Dense(5, activation="softmax"))
EPOCHS = 18
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
slower = keras.callbacks.LearningRateScheduler(lambda e: 2e-3 * (1 - e / EPOCHS) ** 1.7)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=EPOCHS, batch_size=16,
                    callbacks=[slower], verbose=0)
