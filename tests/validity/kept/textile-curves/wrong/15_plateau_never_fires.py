# WRONG: (lacks: 5, roughness at most 0.03) ReduceLROnPlateau is there, but with the default patience of ten it never fires in fourteen epochs, and batch norm remembers past the epoch
def block(n, k, s=1):
    return [layers.Conv2D(n, k, strides=s, use_bias=False), layers.BatchNormalization(momentum=0.9), layers.ReLU()]

model = keras.Sequential([keras.Input((30, 30, 1)), *block(16, 5, 2), *block(32, 3), layers.MaxPooling2D(), *block(32, 3),
                          layers.GlobalAveragePooling2D(), layers.Dense(5)])
model.compile(keras.optimizers.RMSprop(3e-3), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=14, batch_size=32, validation_data=(x_valid, y_valid), verbose=0,
                    callbacks=[keras.callbacks.ReduceLROnPlateau(monitor="loss", factor=0.1, patience=10)])
