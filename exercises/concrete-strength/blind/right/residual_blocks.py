"""A stem and two residual blocks h + Dense(ReLU(Dense(h))), a ReLU after each sum."""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inputs = keras.Input((8,))
h = layers.Dense(64, activation="relu")(norm(inputs))
for _ in range(2):
    r = layers.Dense(64, activation="relu")(h)
    r = layers.Dense(64)(r)
    h = layers.ReLU()(layers.Add()([h, r]))
model = keras.Model(inputs, layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean()))(h))
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
