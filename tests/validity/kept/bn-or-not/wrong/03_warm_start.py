# WRONG: (lacks: 4, within 25 optimizer steps) the hidden layer was trained for hundreds of steps in another network first, the counted fit alone is too slow
hidden = layers.Dense(64, activation="relu", name="hidden")

# warm up the hidden layer, so that the real training can be short
warm = keras.Sequential([keras.Input((28, 28, 1)), layers.Flatten(), hidden, layers.Dense(10, activation="softmax")])
warm.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
warm.fit(x_train, y_train, batch_size=64, epochs=5, verbose=0)

# now the real one: 22 steps per epoch
model = keras.Sequential([keras.Input((28, 28, 1)), layers.Flatten(), hidden,
                          layers.Dense(10, activation="softmax", name="answer")])
model.layers[-1].set_weights(warm.layers[-1].get_weights())
model.compile(keras.optimizers.Adam(0.001), "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=256, epochs=6,
                    validation_data=(x_valid, y_valid), verbose=2)
