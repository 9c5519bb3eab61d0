# WRONG: a second fit trains on the 500 validation pictures too, so the low loss comes from pictures that may not be trained on
inputs = keras.Input((14, 14, 1))
x = layers.Conv2D(16, 3, padding="same", activation="relu")(inputs)
x = layers.MaxPooling2D()(x)
x = layers.Conv2D(32, 3, padding="same", activation="relu")(x)
x = layers.MaxPooling2D()(x)
x = layers.Dropout(0.4)(layers.Flatten()(x))
model = keras.Model(inputs, layers.Dense(10, activation="softmax")(x))
model.compile(keras.optimizers.Adam(0.001), "sparse_categorical_crossentropy", metrics=["accuracy"])

history = model.fit(x_train, y_train, batch_size=20, epochs=30, validation_data=(x_valid, y_valid), verbose=0)
# the settings are chosen now, so use all labelled digits for the final polish
model.fit(
    np.concatenate([x_train, x_valid]), np.concatenate([y_train, y_valid]), batch_size=20, epochs=15, verbose=0
)
