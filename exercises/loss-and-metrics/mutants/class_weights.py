"""Leaks weigh 25 times as much, and the probabilities are far too high.

Caught by: honest-probabilities
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((5,)),
        normalization,
        layers.Dense(16, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
weights = {0: 1.0, 1: float((1 - y_train.mean()) / y_train.mean())}
history = model.fit(x_train, y_train, batch_size=64, epochs=20, class_weight=weights, verbose=0)
