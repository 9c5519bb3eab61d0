# WRONG: the biases were forgotten when counting, so two layers of 18 units hold 415 numbers and not 378.
# 2 * 18 + 18 * 18 + 18 * 1 = 378, less than 400
inputs = keras.Input((2,))
x = layers.Dense(18, activation="relu")(inputs)
x = layers.Dense(18, activation="relu")(x)
outputs = layers.Dense(1)(x)
model = keras.Model(inputs, outputs)

model.compile(optimizer=keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.01, 2000, 0.8)), loss="mse")
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=200, batch_size=32, verbose=0
)
