"""Standardised in the notebook, so raw rows do not fit the model.

Caught by: standardised-inputs
"""

middle, unit = x_train.mean(), x_train.std()
model = keras.Sequential([keras.Input((5,)), layers.Dense(32, "relu"), layers.Dense(1, "sigmoid")])
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit((x_train - middle) / unit, y_train, batch_size=64, epochs=30, verbose=0)
