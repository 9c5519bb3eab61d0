"""Functional, three hidden layers, small drops."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
inputs = keras.Input((5,))
x = normalization(inputs)
for units in (64, 48, 32):
    x = layers.Dense(units)(x)
    x = layers.BatchNormalization(momentum=0.95)(x)
    x = keras.activations.relu(x)
    x = layers.Dropout(0.12)(x)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(x))
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
