"""The asker's own network on 87 pairs, his scaling put inside: the optimizer that he made is never used.

Caught by: answers-differ
"""

asked = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Rescaling(1 / 100),
        layers.Dense(100, activation="relu"),
        layers.Dense(100, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ]
)
sgd = keras.optimizers.SGD(learning_rate=0.00000001)
asked.compile(optimizer="sgd", loss="mse", metrics=["mse"], steps_per_execution=87)
history = asked.fit(x_train[:87], y_train[:87] / 100, batch_size=1, epochs=40, verbose=0)
model = keras.Sequential([asked, layers.Rescaling(100)])
