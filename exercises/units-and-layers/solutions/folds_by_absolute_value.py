"""Layers that fold as paper does: the activation is the absolute value."""

inputs = keras.Input((2,))
x = inputs
for units in (8, 8, 8):
    x = keras.ops.abs(layers.Dense(units)(x))
model = keras.Model(inputs, layers.Dense(1)(x))
model.compile(keras.optimizers.Adam(0.005), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=100, verbose=0)
