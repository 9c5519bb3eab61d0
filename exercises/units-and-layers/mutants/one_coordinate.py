"""Takes one coordinate.

Caught by: places-in
"""

model = keras.Sequential(
    [
        keras.Input((1,)),
        layers.Dense(12, "relu"),
        layers.Dense(12, "relu"),
        layers.Dense(1),
    ]
)
model.compile(keras.optimizers.Adam(0.005), loss="mse")
history = model.fit(x_train.to_numpy()[:, :1], y_train, batch_size=32, epochs=20, verbose=0)
