"""Raw readings, and half of the units dropped three times.

Caught by: average-precision
"""

model = keras.Sequential([keras.Input((5,))])
for _ in range(3):
    model.add(layers.Dense(64, activation="relu"))
    model.add(layers.Dropout(0.5))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
