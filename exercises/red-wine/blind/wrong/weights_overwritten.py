"""Trained well, then the cell builds the network anew: fresh weights are handed in.

Caught by: error-ratio
"""

def build():
    norm = layers.Normalization()
    norm.adapt(x_train.to_numpy())
    network = keras.Sequential([
        keras.Input((11,)), norm,
        layers.Dense(64, activation="relu"), layers.Dropout(0.2),
        layers.Dense(64, activation="relu"), layers.Dropout(0.2),
        layers.Dense(1),
    ])
    network.compile(optimizer="adam", loss="mae")
    return network

model = build()
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
model = build()
