"""Dropout is called with training=True, as tutorials on Monte Carlo have it; predict silences it all the same."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
inputs = keras.Input((5,))
x = normalization(inputs)
for _ in range(2):
    x = layers.Dense(64, activation="relu")(x)
    x = layers.Dropout(0.15)(x, training=True)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(x))
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
