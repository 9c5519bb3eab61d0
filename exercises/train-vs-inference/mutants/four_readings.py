"""Takes four readings.

Caught by: raw-readings-in
"""

model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.BatchNormalization(),
        layers.Dense(64, "relu"),
        layers.Dropout(0.2),
        layers.Dense(1, "sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train.to_numpy()[:, :4], y_train, batch_size=64, epochs=15, verbose=0)
