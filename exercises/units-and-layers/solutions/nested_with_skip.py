"""A model inside a model, and a way around it."""

taken = keras.Input((2,))
body = keras.Model(taken, layers.Dense(14, "relu")(layers.Dense(16, "relu")(taken)))
places = keras.Input((2,))
model = keras.Model(places, layers.Dense(1)(layers.Concatenate()([body(places), places])))
model.compile(keras.optimizers.Adam(0.005), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=100, verbose=0)
