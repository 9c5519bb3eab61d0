"""Products of the standardised degrees (Multiply) join them; LeakyReLU layers; Nadam."""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inputs = keras.Input((4,))
n = norm(inputs)
h = layers.Concatenate()([n, layers.Multiply()([n, n])])
for units in (96, 96):
    h = layers.LeakyReLU(negative_slope=0.1)(layers.Dense(units)(h))
model = keras.Model(inputs, layers.Dense(1)(h))
model.compile(optimizer=keras.optimizers.Nadam(keras.optimizers.schedules.CosineDecay(5e-3, 25 * 79)), loss="mse", metrics=["mae"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=25, verbose=0)
