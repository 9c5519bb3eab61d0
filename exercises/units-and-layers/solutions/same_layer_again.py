"""One layer is used twice: its weights count once."""

inputs = keras.Input((2,))
again = layers.Dense(14, activation="relu")
x = layers.Dense(14, activation="relu")(inputs)
x = again(again(x))
model = keras.Model(inputs, layers.Dense(1)(x))
model.compile(keras.optimizers.Adam(0.005), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=100, verbose=0)
