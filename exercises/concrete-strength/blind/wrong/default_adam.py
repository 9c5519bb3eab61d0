"""Default Adam step and few epochs, the network is still on its way when training ends.

Caught by: error-ratio
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((8,)),
    norm,
    layers.Dense(32, activation="relu"),
    layers.Dense(16, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, epochs=25, batch_size=32, verbose=0, validation_data=(x_valid, y_valid))
