"""Ten sigmoids for digits that exclude each other.

Caught by: ten-digits-out
"""

model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(48, activation="relu"),
        layers.Dense(10, activation="sigmoid"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=512, epochs=4, verbose=0)
