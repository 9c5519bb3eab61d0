"""Functional, activations as layers of their own, layers named in another language, a falling learning rate."""

normalisieren = layers.Normalization(name="skala")
normalisieren.adapt(x_train.to_numpy())
orte = keras.Input((4,), name="orte")
x = normalisieren(orte)
for number in range(3):
    x = layers.Dense(64, name=f"dicht_{number}")(x)
    x = layers.Activation("silu")(x)
model = keras.Model(orte, layers.Dense(1, name="kilometer")(x))
rate = keras.optimizers.schedules.CosineDecay(0.005, decay_steps=20 * 79)
model.compile(optimizer=keras.optimizers.Adam(rate), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=20, verbose=0)
