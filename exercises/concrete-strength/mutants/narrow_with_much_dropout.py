"""Eight units in a layer, half of them dropped: nothing is left to learn with.

Caught by: error-ratio
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((8,)),
        normalization,
        layers.Dense(8, activation="relu"),
        layers.Dropout(0.5),
        layers.Dense(8, activation="relu"),
        layers.Dropout(0.5),
        layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=20, verbose=0)
