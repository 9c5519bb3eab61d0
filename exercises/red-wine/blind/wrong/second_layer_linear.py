"""The second hidden Dense has no activation (the student put linear).

Caught by: two-hidden-layers
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input(shape=(11,)),
    norm,
    layers.Dense(64, activation="relu", name="hidden1"),
    layers.Dropout(0.2),
    layers.Dense(64, activation="linear", name="hidden2"),
    layers.Dropout(0.2),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6), name="score"),
])
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=32, verbose=0)
