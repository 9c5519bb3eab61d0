"""The order of the question: dropout right behind the weights, then batch norm.

Caught by: stores-what-it-meets
"""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((5,)), normalization])
for _ in range(2):
    model.add(layers.Dense(64, use_bias=False))
    model.add(layers.Dropout(0.25))
    model.add(layers.BatchNormalization())
    model.add(layers.Activation("relu"))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
