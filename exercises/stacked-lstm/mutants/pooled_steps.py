"""Dense layers at each step, and the largest over all steps: the order is lost, and nothing is a state.

Caught by: stack
"""

model = keras.Sequential(
    [
        keras.Input((None, 2)),
        layers.Dense(24, activation="relu"),
        layers.Dense(24, activation="relu"),
        layers.GlobalMaxPooling1D(),
        layers.Dense(24, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=14, verbose=0)
