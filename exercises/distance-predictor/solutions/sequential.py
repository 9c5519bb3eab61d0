"""Sequential from a list, activations inside the dense layers."""

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
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=128, epochs=40, verbose=0)
