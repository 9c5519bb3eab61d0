"""A regression of 0 and 1 with a ReLU at its end: nothing bounds it above.

Caught by: probability-out
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((5,)), normalization, layers.Dense(32, "relu"), layers.Dense(1, "relu")])
model.compile(keras.optimizers.Adam(0.003), loss="mse", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
