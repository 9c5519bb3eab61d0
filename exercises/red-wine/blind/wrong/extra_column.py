"""Adds a twelfth column outside the model (share of free sulfur dioxide), so the model takes 12 numbers.

Caught by: raw-features-in
"""

def add_share(part):
    part = part.copy()
    part["free share"] = part.iloc[:, 5] / part.iloc[:, 6]
    return part


x_train = add_share(x_train)
x_valid = add_share(x_valid)

normalizer = layers.Normalization()
normalizer.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input(shape=(x_train.shape[1],)),
    normalizer,
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.2),
    layers.Dense(32, activation="relu"),
    layers.Dropout(0.2),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6)),
])
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=32, verbose=0)
