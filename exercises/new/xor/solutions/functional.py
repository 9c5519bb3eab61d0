"""A functional model, two layers of tanh units, and the last activation as a layer."""

points = keras.Input((2,))
hidden = layers.Dense(16, activation="tanh")(points)
hidden = layers.Dense(16, activation="tanh")(hidden)
model = keras.Model(points, layers.Activation("sigmoid")(layers.Dense(1)(hidden)))
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy")
history = model.fit(x_train, y_train, batch_size=32, epochs=20, verbose=0)
