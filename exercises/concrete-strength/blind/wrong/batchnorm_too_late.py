"""Batch norm stands after the first dense layer: it scales the units, the raw measurements go straight into a dense layer.

Caught by: standardised-inputs
"""

model = keras.Sequential([
    keras.Input((8,)),
    layers.Dense(64),
    layers.BatchNormalization(),
    layers.Activation("relu"),
    layers.Dense(64),
    layers.BatchNormalization(),
    layers.Activation("relu"),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(x_train, y_train, epochs=80, batch_size=32, verbose=0)
