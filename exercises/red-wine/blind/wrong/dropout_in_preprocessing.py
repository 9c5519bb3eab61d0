"""A nested preprocessing model standardises and then drops 10 % of the measurements.

Caught by: no-dropout-on-features
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
prepare = keras.Sequential([keras.Input((11,)), norm, layers.Dropout(0.1)], name="prepare")

inputs = keras.Input((11,))
x = prepare(inputs)
for units in (64, 64):
    x = layers.Dense(units, activation="relu")(x)
    x = layers.Dropout(0.1)(x)
outputs = layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6))(x)
model = keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, epochs=40, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
