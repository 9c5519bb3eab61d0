# WRONG: the decoder also reads the encoder's hidden layer (a skip connection), so the picture goes around the code of 16 numbers
inputs = keras.Input((28, 28, 1))
h = layers.Dense(64, activation="relu")(layers.Flatten()(inputs))
code = layers.Dense(16, activation="linear", name="code")(h)

d = layers.Dense(64, activation="relu")(code)
d = layers.Concatenate()([d, h])  # helps the gradient, like in a U-Net
picture = layers.Dense(784, activation="sigmoid")(d)
picture = layers.Reshape((28, 28, 1), name="picture")(picture)
digit = layers.Dense(10, activation="softmax", name="digit")(code)

model = keras.Model(inputs, {"picture": picture, "digit": digit})
model.compile(
    optimizer="adam",
    loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"},
    loss_weights={"picture": 30.0, "digit": 1.0},
    metrics={"digit": "accuracy"},
)
history = model.fit(
    x_train, {"picture": x_train, "digit": y_train},
    validation_data=(x_valid, {"picture": x_valid, "digit": y_valid}),
    batch_size=32, epochs=25, verbose=0,
)
