"""Three epochs.

Caught by: average-precision
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential(
    [keras.Input((5,)), normalization, layers.Dense(32, "relu"), layers.Dropout(0.3), layers.Dense(1, "sigmoid")]
)
model.compile("adam", loss="binary_crossentropy")
history = model.fit(x_train, y_train, batch_size=64, epochs=3, verbose=0)
