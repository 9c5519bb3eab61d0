"""A dropout with rate 0 stands where one should act.

Caught by: dropout-after-hidden
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((11,)),
        normalization,
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.0),
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.2),
        layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
    ]
)
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
