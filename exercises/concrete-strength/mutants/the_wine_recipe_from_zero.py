"""The network of the wine exercise as it is, but its output starts at 0 and 30 epochs are not enough to climb.

Caught by: error-ratio
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((8,)),
        normalization,
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.2),
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.2),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=30, verbose=0)
