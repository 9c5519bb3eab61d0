"""The curve is smooth because the learning rate is so small that the network hardly learns.

Caught by: held-out-accuracy
"""

model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(16, 5, strides=2),
    layers.BatchNormalization(momentum=0.9),
    layers.ReLU(),
    layers.Conv2D(32, 3),
    layers.BatchNormalization(momentum=0.9),
    layers.ReLU(),
    layers.MaxPooling2D(),
    layers.GlobalAveragePooling2D(),
    layers.Dense(5, activation="softmax"),
])
model.compile(keras.optimizers.Adam(learning_rate=2e-4, clipnorm=0.01),
              loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=14, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
