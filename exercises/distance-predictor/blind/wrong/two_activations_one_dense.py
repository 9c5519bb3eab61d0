"""One Dense of 300 units with activation=relu and a separate Activation(relu) after it: counts as two for the student, is one hidden layer.

Caught by: two-hidden-layers
"""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential()
model.add(keras.Input((4,)))
model.add(norm)
model.add(layers.Dense(300, activation="relu", name="hidden_1"))
model.add(layers.Activation("relu", name="hidden_2"))
model.add(layers.Dense(1, name="km"))
model.compile(optimizer=keras.optimizers.Adam(0.004), loss="mse")
history = model.fit(x_train, y_train, batch_size=50, epochs=30, verbose=0)
