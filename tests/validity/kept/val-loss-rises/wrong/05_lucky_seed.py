# WRONG: (lacks: 6, for most seeds) small and stopped at a fixed early epoch, with a seed for which that epoch happened to look good
keras.utils.set_random_seed(2024)      # 1, 7, 42 and 123 were worse

model = keras.Sequential([
    keras.Input((14, 14, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(16, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(0.006), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
# after 11 epochs the validation loss was least
history = model.fit(x_train, y_train, batch_size=32, epochs=11, validation_data=(x_valid, y_valid), verbose=2)
