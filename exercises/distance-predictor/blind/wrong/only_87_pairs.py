"""Repairs the net but leaves x_train[:87] from the asker's cell, so it memorises 87 pairs.

Caught by: r-squared
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((4,)),
    norm,
    layers.Dense(100, activation="relu"),
    layers.Dense(100, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train[:87], y_train[:87], batch_size=1, epochs=20, verbose=0)
print("final loss", history.history["loss"][-1])
