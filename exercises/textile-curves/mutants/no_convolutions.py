"""Dense layers only.

Caught by: two-convolutions
"""

epochs, batch_size = 10, 32
rate = keras.optimizers.schedules.CosineDecay(4e-3, epochs * len(y_train) // batch_size)

model = keras.Sequential(
    [
        keras.Input((30, 30, 1)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(32, activation="relu"),
        layers.Dense(5, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), batch_size=batch_size, epochs=epochs, verbose=0
)
