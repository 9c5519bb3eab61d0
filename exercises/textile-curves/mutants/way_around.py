"""One convolution, and a way around the other.

Caught by: two-convolutions
"""

epochs, batch_size = 10, 32
rate = keras.optimizers.schedules.CosineDecay(4e-3, epochs * len(y_train) // batch_size)

inputs = keras.Input((30, 30, 1))
x = layers.AveragePooling2D(2)(inputs)
x = layers.Conv2D(8, 3, padding="same", activation="relu")(x)
x = layers.BatchNormalization(momentum=0.9)(x)
around = layers.Conv2D(8, 3, padding="same", activation="relu")(x)
x = layers.Flatten()(layers.MaxPooling2D()(layers.Concatenate()([x, around])))
model = keras.Model(inputs, layers.Dense(5, activation="softmax")(x))
model.compile(optimizer=keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), batch_size=batch_size, epochs=epochs, verbose=0
)
