# WRONG: trains on the validation pictures as well (with the network's own labels for them), though only the 200 may be used
inputs = keras.Input((14, 14, 1))
x = layers.RandomTranslation(0.08, 0.08, fill_mode="constant")(inputs)
x = layers.Conv2D(16, 3, padding="same", activation="relu")(x)
x = layers.MaxPooling2D()(x)
x = layers.Conv2D(32, 3, padding="same", activation="relu")(x)
x = layers.MaxPooling2D()(x)
x = layers.Dropout(0.4)(layers.Flatten()(x))
model = keras.Model(inputs, layers.Dense(10, activation="softmax")(x))
model.compile(keras.optimizers.Adam(0.002), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=20, epochs=50, verbose=0)

# semi-supervised: the labels of x_valid are not needed, only the pictures
guesses = model.predict(x_valid, verbose=0)
sure = guesses.max(axis=1) > 0.8
more_x = np.concatenate([x_train, x_valid[sure]])
more_y = np.concatenate([y_train, guesses[sure].argmax(axis=1)])
history = model.fit(more_x, more_y, batch_size=20, epochs=30, validation_data=(x_valid, y_valid), verbose=0)
