"""Logistic regression: fast, and not what was asked for.

Caught by: hidden-layer
"""

model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.BatchNormalization(momentum=0.7, epsilon=0.01),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=512, epochs=4, verbose=0)
