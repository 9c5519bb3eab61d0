"""The right layers, and a learning rate with which they learn nothing.

Caught by: held-out-accuracy
"""

model = keras.Sequential(
    [
        keras.Input((2,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer=keras.optimizers.SGD(0.0001), loss="binary_crossentropy")
history = model.fit(x_train, y_train, batch_size=32, epochs=2, verbose=0)
