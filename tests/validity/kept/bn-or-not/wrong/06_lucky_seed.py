# WRONG: (lacks: 5, for most seeds) sixteen hidden units are too few for 25 steps; a seed was chosen with which it looked best
keras.utils.set_random_seed(23)      # tried 40 of them, this one is good

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Flatten(),
    layers.Dense(16, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=224, epochs=8,
                    validation_data=(x_valid, y_valid), verbose=2)
