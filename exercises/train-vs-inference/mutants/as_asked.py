"""The asker's way out: a copy without its dropout, for predict. What is handed in cannot learn with noise.

Caught by: alive-in-training
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
noisy = keras.Sequential([keras.Input((5,)), normalization])
for _ in range(2):
    noisy.add(layers.Dense(64, activation="relu"))
    noisy.add(layers.Dropout(0.2))
noisy.add(layers.Dense(1, activation="sigmoid"))
noisy.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = noisy.fit(x_train, y_train, batch_size=64, epochs=30, verbose=0)
model = keras.Sequential([keras.Input((5,))] + [one for one in noisy.layers if not isinstance(one, layers.Dropout)])
