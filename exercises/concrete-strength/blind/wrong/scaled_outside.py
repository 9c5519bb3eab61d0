"""Scikit-learn habit: scales the two tables beforehand, the model has no scaler.

Caught by: standardised-inputs
"""

mean, std = x_train.mean(), x_train.std()
x_train = (x_train - mean) / std
x_valid = (x_valid - mean) / std

model = keras.Sequential([
    keras.Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(x_train, y_train, epochs=60, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
