"""ReduceLROnPlateau on the training loss (it really fires) and a Nadam, global max pooling and dropout."""

img = x = keras.Input((30, 30, 1))
x = layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6, center=False, scale=False)(x)
x = layers.Conv2D(20, 4, strides=2, activation="elu")(x)
x = layers.Conv2D(30, 3, activation="elu")(x)
x = layers.MaxPool2D(2)(x)
x = layers.Conv2D(40, 3, activation="elu")(x)
x = layers.GlobalMaxPool2D()(x)
x = layers.Dropout(0.1)(x)
x = layers.Dense(5, activation="softmax")(x)
model = keras.Model(img, x)
model.compile(optimizer=keras.optimizers.Nadam(1e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
plateau = keras.callbacks.ReduceLROnPlateau(monitor="loss", factor=0.4, patience=0, min_delta=0.06, min_lr=2e-5, verbose=1)
history = model.fit(x_train, y_train, epochs=18, batch_size=32, validation_data=(x_valid, y_valid),
                    callbacks=[plateau], verbose=0)
print(history.history["learning_rate"])
