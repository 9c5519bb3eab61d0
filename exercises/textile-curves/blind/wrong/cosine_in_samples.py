"""The cosine's decay_steps count samples instead of steps, so the rate hardly falls and the batch-norm curve jumps.

Caught by: smooth-curve
"""

EPOCHS = 16
model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(16, 5, strides=2, use_bias=False),
    layers.BatchNormalization(momentum=0.9),
    layers.ReLU(),
    layers.Conv2D(32, 3, use_bias=False),
    layers.BatchNormalization(momentum=0.9),
    layers.ReLU(),
    layers.MaxPooling2D(),
    layers.Conv2D(48, 3, use_bias=False),
    layers.BatchNormalization(momentum=0.9),
    layers.ReLU(),
    layers.GlobalAveragePooling2D(),
    layers.Dense(5, activation="softmax"),
])
decay = keras.optimizers.schedules.CosineDecay(5e-3, decay_steps=EPOCHS * len(x_train))
model.compile(keras.optimizers.RMSprop(decay), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=32, epochs=EPOCHS, validation_data=(x_valid, y_valid), verbose=0)
