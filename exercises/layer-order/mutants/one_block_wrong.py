"""Right in the first block, and in the second dropout stands before batch norm.

Caught by: stores-what-it-meets
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((5,)), normalization])
for layer in (
    layers.Dense(64, use_bias=False),
    layers.BatchNormalization(),
    layers.Activation("relu"),
    layers.Dropout(0.2),
):
    model.add(layer)
for layer in (
    layers.Dense(64, use_bias=False),
    layers.Dropout(0.3),
    layers.BatchNormalization(),
    layers.Activation("relu"),
):
    model.add(layer)
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
