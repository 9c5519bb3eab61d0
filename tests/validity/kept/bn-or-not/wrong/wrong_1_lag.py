# WRONG: batch norm keeps its default momentum of 0.99, so after 22 steps the stored statistics are still mostly zeros and ones; only the later epochs are good
model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Flatten(),
    layers.BatchNormalization(),
    layers.Dense(64, use_bias=False),
    layers.BatchNormalization(),
    layers.Activation("relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
# the training accuracy of the first epoch (22 steps) looks fine; the validation catches up later
history = model.fit(x_train, y_train, batch_size=256, epochs=25, validation_data=(x_valid, y_valid), verbose=0)
