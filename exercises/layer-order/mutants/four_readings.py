"""Takes four readings.

Caught by: raw-readings-in
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy()[:, :4])
model = keras.Sequential([keras.Input((4,)), normalization])
for _ in range(2):
    model.add(layers.Dense(64, use_bias=False))
    model.add(layers.BatchNormalization())
    model.add(layers.Activation("relu"))
    model.add(layers.Dropout(0.2))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train.to_numpy()[:, :4], y_train, batch_size=64, epochs=30, verbose=0)
