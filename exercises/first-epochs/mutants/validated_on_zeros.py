"""Puts the first rows of the sorted file aside: all of them zeros and ones, the easiest digits.

Caught by: reports-the-truth
"""

model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(48, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x[300:], y[300:], validation_data=(x[:300], y[:300]), batch_size=32, epochs=3, verbose=0)
