"""Copy-paste slip: the second hidden layer also reads the scaled input, so the first one is not part of the model.

Caught by: two-hidden-layers
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inputs = keras.Input((8,))
x = norm(inputs)
hidden_1 = layers.Dense(64, activation="relu")(x)
hidden_2 = layers.Dense(64, activation="relu")(x)
outputs = layers.Dense(1)(hidden_2)
model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mae")
history = model.fit(x_train, y_train, epochs=100, batch_size=32, verbose=0)
