"""Functional, a little dropout after each hidden layer, activations as layers of their own, a falling step."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
mixture = keras.Input((8,), name="mixture")
x = normalization(mixture)
for number in range(2):
    x = layers.Dense(96, name=f"hidden_{number}")(x)
    x = layers.Activation("relu")(x)
    x = layers.Dropout(0.1)(x)
strength = layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean()))(x)
model = keras.Model(mixture, strength)
rate = keras.optimizers.schedules.ExponentialDecay(0.01, decay_steps=19, decay_rate=0.93)
model.compile(optimizer=keras.optimizers.Adam(rate), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=30, verbose=0)
