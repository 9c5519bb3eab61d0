"""Functional slip: the second dropout's result is stored in a name that nobody reads.

Caught by: dropout-after-hidden
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())

inputs = keras.Input(shape=(11,))
x0 = norm(inputs)
x1 = layers.Dense(64, activation="relu")(x0)
d1 = layers.Dropout(0.2)(x1)
x2 = layers.Dense(64, activation="relu")(d1)
d2 = layers.Dropout(0.2)(x2)
outputs = layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6))(x2)
model = keras.Model(inputs=inputs, outputs=outputs)
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, epochs=40, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
