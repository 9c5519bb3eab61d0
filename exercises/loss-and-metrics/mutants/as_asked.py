"""The classifier of every tutorial, as the asker may have had it: two numbers, raw readings, accuracy.

Caught by: probability-out
"""

model = keras.Sequential(
    [
        keras.Input((5,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(2, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=10, verbose=0)
