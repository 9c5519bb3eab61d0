"""Functional, activations as layers of their own, layers named in another language."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
entrada = keras.Input((11,), name="vinho")
x = normalization(entrada)
for number in range(2):
    x = layers.Dense(64, name=f"densa_{number}")(x)
    x = layers.Activation("relu")(x)
    x = layers.Dropout(0.2)(x)
saida = layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean()))(x)
model = keras.Model(entrada, saida)
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
