"""Inputs and head mended, optimizer and batches as asked: squared kilometres are too much for that rate.

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
model.compile(optimizer="sgd", loss="mse", steps_per_execution=87)
history = model.fit(x_train[:87], y_train[:87], batch_size=1, epochs=20, verbose=0)
