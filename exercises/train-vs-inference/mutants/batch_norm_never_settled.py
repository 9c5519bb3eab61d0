"""Momentum .9999: the running averages are still where they began, and predict uses them.

Caught by: modes-agree
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((5,)), normalization])
for _ in range(2):
    model.add(layers.Dense(32, use_bias=False))
    model.add(layers.BatchNormalization(momentum=0.9999))
    model.add(layers.ReLU())
    model.add(layers.Dropout(0.2))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train, y_train, batch_size=64, epochs=15, verbose=0)
