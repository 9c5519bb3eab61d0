"""Stops after 11 steps with batch norm's default memory: training mode and inference mode are two networks.

Caught by: modes-agree
"""

model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(64),
        layers.BatchNormalization(momentum=0.99),
        layers.Activation("relu"),
        layers.Dense(32),
        layers.BatchNormalization(momentum=0.99),
        layers.Activation("relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=512, epochs=1, verbose=0)
