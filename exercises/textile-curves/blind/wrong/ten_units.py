"""The last Dense layer has the ten units of the MNIST tutorial; the other five never win.

Caught by: five-classes-out
"""

model = keras.Sequential([
    keras.Input(shape=(30, 30, 1)),
    layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6),
    layers.Conv2D(32, kernel_size=(3, 3), strides=2, activation="relu"),
    layers.Conv2D(32, kernel_size=(3, 3), activation="relu"),
    layers.MaxPooling2D(pool_size=(2, 2)),
    layers.Flatten(),
    layers.Dropout(0.3),
    layers.Dense(10, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy",
              optimizer=keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(2e-3, 25, 0.8)),
              metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=32, epochs=15, validation_data=(x_valid, y_valid), verbose=0)
