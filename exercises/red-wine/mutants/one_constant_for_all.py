"""Looks like standardising, but Rescaling divides all features by one number.

Caught by: standardised-inputs
"""

model = keras.Sequential(
    [
        keras.Input((11,)),
        layers.Rescaling(1 / 100),
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.2),
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.2),
        layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
    ]
)
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
