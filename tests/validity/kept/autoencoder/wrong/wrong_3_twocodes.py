# WRONG: there are two codes of 16 numbers, one for the picture and one for the digit, so the two questions are not answered from the same code
inputs = keras.Input((28, 28, 1))
flat = layers.Flatten()(inputs)

# every task gets its own code, then they do not disturb each other
code_picture = layers.Dense(16, name="code_picture")(layers.Dense(128, activation="relu")(flat))
code_digit = layers.Dense(16, name="code_digit")(layers.Dense(128, activation="relu")(flat))

picture = layers.Dense(128, activation="relu")(code_picture)
picture = layers.Dense(784, activation="sigmoid", name="picture")(picture)
digit = layers.Activation("relu")(code_digit)
digit = layers.Dense(10, activation="softmax", name="digit")(digit)

model = keras.Model(inputs, [picture, digit])
model.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss={"picture": "binary_crossentropy", "digit": "sparse_categorical_crossentropy"},
    metrics={"digit": "accuracy"},
)
flat_target = lambda x: x.reshape(len(x), 784)
history = model.fit(
    x_train, {"picture": flat_target(x_train), "digit": y_train},
    validation_data=(x_valid, {"picture": flat_target(x_valid), "digit": y_valid}),
    batch_size=64, epochs=30, verbose=0,
)
