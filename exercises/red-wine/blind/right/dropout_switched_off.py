"""Dropout called with training=False in the functional API, which fit overrides in Keras 3.15: it does drop units in training (SCIENCE.md, section 10)."""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inputs = keras.Input((11,))
h = norm(inputs)
for _ in range(2):
    h = layers.Dense(64, activation="relu")(h)
    h = layers.Dropout(0.2)(h, training=False)
model = keras.Model(inputs, layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean()))(h))
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=20, verbose=0)
