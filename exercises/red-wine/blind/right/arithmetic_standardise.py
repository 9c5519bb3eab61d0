"""Standardises inside the functional model with plain arithmetic, (inputs - mean) / std, NumPy statistics."""

mean, std = x_train.to_numpy().mean(axis=0), x_train.to_numpy().std(axis=0)
inputs = keras.Input((11,))
h = (inputs - mean) / std
for _ in range(2):
    h = layers.Dense(64, activation="relu")(h)
    h = layers.Dropout(0.2)(h)
out = layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean()))(h)
model = keras.Model(inputs, out)
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
