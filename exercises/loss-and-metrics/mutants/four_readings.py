"""Takes four readings.

Caught by: raw-readings-in
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy()[:, :4])
model = keras.Sequential([keras.Input((4,)), normalization, layers.Dense(32, "relu"), layers.Dense(1, "sigmoid")])
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train.to_numpy()[:, :4], y_train, batch_size=64, epochs=30, verbose=0)
