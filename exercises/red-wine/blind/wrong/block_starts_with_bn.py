"""Each block begins with batch norm and ends with dropout, so the second block's batch norm gets the first one's dropped values.

Caught by: no-batch-norm-after-dropout
"""

def block(x, units, rate):
    x = layers.BatchNormalization()(x)
    x = layers.Dense(units, activation="relu")(x)
    return layers.Dropout(rate)(x)


norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inputs = keras.Input((11,))
x = norm(inputs)
x = block(x, 64, 0.2)
x = block(x, 32, 0.2)
model = keras.Model(inputs, layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6))(x))
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, epochs=40, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
