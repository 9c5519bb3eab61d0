"""Plain Sequential from the chapter, batch norm with a short memory and a LearningRateScheduler that holds, then falls."""

EPOCHS = 16

def lr_of(epoch, lr):
    if epoch < 5:
        return 3e-3
    return 3e-3 * 0.6 ** (epoch - 4)

model = keras.Sequential([
    keras.Input(shape=(30, 30, 1)),
    layers.Conv2D(16, 5, strides=2, use_bias=False),
    layers.BatchNormalization(momentum=0.8),
    layers.Activation("relu"),
    layers.Conv2D(32, 3, use_bias=False),
    layers.BatchNormalization(momentum=0.8),
    layers.Activation("relu"),
    layers.MaxPooling2D(2),
    layers.Conv2D(48, 3, use_bias=False),
    layers.BatchNormalization(momentum=0.8),
    layers.Activation("relu"),
    layers.GlobalAveragePooling2D(),
    layers.Dense(5, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(3e-3),
              loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=32, epochs=EPOCHS,
                    validation_data=(x_valid, y_valid),
                    callbacks=[keras.callbacks.LearningRateScheduler(lr_of)], verbose=0)
