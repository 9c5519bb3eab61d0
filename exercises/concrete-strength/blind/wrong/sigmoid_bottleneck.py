"""One sigmoid unit, stretched to 0..90 MPa by a frozen Dense(1): the answer is bounded.

Caught by: linear-output
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((8,)), norm, layers.Dense(64, activation="relu"), layers.Dense(64, activation="relu"),
    layers.Dense(1, activation="sigmoid"), layers.Dense(1, kernel_initializer=keras.initializers.Constant(90.0), use_bias=False, trainable=False),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
