"""Dropout on raw features without any standardising: answers differently in training and at prediction.

Caught by: error-ratio
"""

model = keras.Sequential(
    [
        keras.Input((11,)),
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.2),
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.2),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
