"""Dropout and L2 on the dense layers only, as in the question.

Caught by: small-gap
"""

penalty = keras.regularizers.L2(1e-3)
model = keras.Sequential(
    [
        keras.Input((14, 14, 1)),
        layers.Conv2D(8, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(16, activation="relu", kernel_regularizer=penalty),
        layers.Dropout(0.3),
        layers.Dense(10, activation="softmax", kernel_regularizer=penalty),
    ]
)
model.compile(keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=20, epochs=40, verbose=0)
