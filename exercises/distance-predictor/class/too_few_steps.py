"""Standardised and linear, but plain gradient descent in huge batches takes few steps."""

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
model.compile(optimizer="sgd", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=500, epochs=20, verbose=0)
