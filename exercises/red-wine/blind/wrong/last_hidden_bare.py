"""The loop puts dropout between the hidden layers, so the last of the two has none.

Caught by: dropout-after-hidden
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
sizes = [96, 48]
model = keras.Sequential([keras.Input((11,)), norm])
for n, units in enumerate(sizes):
    model.add(layers.Dense(units, activation="relu"))
    if n < len(sizes) - 1:
        model.add(layers.Dropout(0.3))
model.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6)))
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=32, verbose=0)
