"""A stem and three residual blocks h + ReLU(Dense(h)), layer normalization, a linear head."""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inputs = keras.Input((4,))
h = layers.Dense(64, activation="relu")(norm(inputs))
for _ in range(3):
    h = layers.Add()([h, layers.Dense(64, activation="relu")(h)])
model = keras.Model(inputs, layers.Dense(1)(h))
model.compile(optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(5e-3, 25 * 79)), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=25, verbose=0)
