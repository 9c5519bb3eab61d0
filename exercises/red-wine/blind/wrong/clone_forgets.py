"""Trains a clone_model of the template: cloning forgets what adapt learned, so the Normalization in the model does nothing.

Caught by: standardised-inputs
"""

normalizer = layers.Normalization()
normalizer.adapt(x_train.to_numpy())
template = keras.Sequential([
    keras.Input((11,)),
    normalizer,
    layers.Dense(64, use_bias=False),
    layers.BatchNormalization(),
    layers.Activation("relu"),
    layers.Dropout(0.1),
    layers.Dense(32, activation="relu"),
    layers.Dropout(0.1),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6)),
])

# a fresh copy for every run, so that re-running the cell starts anew
model = keras.models.clone_model(template)
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="mae")
history = model.fit(x_train, y_train, epochs=60, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
