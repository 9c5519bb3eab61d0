"""Eight epochs with the default rate: on its way."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential(
    [keras.Input((5,)), normalization, layers.Dense(64, "relu"), layers.Dropout(0.2), layers.Dense(1, "sigmoid")]
)
model.compile("adam", "binary_crossentropy")
history = model.fit(x_train, y_train, batch_size=64, epochs=8, verbose=0)
