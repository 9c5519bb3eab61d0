"""The optimizer that the asker made, passed for real: its rate moves nothing.

Caught by: answers-differ
"""

scale = layers.Normalization()
scale.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((4,)),
        scale,
        layers.Dense(100, activation="relu"),
        layers.Dense(100, activation="relu"),
        layers.Dense(1),
    ]
)
sgd = keras.optimizers.SGD(learning_rate=0.00000001)
model.compile(optimizer=sgd, loss="mse")
history = model.fit(x_train, y_train, batch_size=64, epochs=5, verbose=0)
