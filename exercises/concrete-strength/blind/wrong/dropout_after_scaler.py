"""Dropout after every layer, also after the Normalization.

Caught by: no-dropout-on-features
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((8,)), norm])
model.add(layers.Dropout(0.02))
for units in (128, 64):
    model.add(layers.Dense(units, activation="relu"))
    model.add(layers.Dropout(0.02))
model.add(layers.Dense(1))
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(x_train, y_train, epochs=80, batch_size=32, verbose=0)
