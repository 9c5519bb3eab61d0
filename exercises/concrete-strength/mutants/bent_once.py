"""Two hidden layers to look at, but the first has no activation: together they are one.

Caught by: two-hidden-layers
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((8,)),
        normalization,
        layers.Dense(64),
        layers.Dense(64, activation="relu"),
        layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=10, verbose=0)
