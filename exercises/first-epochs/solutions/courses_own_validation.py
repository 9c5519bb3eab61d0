"""Trains on all rows and validates with the second part of the course's pictures; dropout after the hidden layer."""

_, (x_valid, y_valid) = ag.datasets.digits()
model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.2),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x, y, validation_data=(x_valid, y_valid), batch_size=32, epochs=3, verbose=0)
