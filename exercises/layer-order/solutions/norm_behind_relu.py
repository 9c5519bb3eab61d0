"""Batch norm stands behind the activation, and dropout behind both."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((5,)), normalization])
for _ in range(2):
    model.add(layers.Dense(64, "relu"))
    model.add(layers.BatchNormalization())
    model.add(layers.Dropout(0.2))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
