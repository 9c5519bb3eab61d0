"""Trained on logits, as the Keras guide recommends; the sigmoid is put on afterwards."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
logits = keras.Sequential(
    [
        keras.Input((5,)),
        normalization,
        layers.Dense(32, activation="relu"),
        layers.Dense(32, activation="relu"),
        layers.Dense(1),
    ]
)
logits.compile(keras.optimizers.Adam(0.003), keras.losses.BinaryCrossentropy(from_logits=True))
history = logits.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
model = keras.Sequential([logits, layers.Activation("sigmoid")])
