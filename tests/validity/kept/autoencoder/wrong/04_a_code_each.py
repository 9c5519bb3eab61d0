# WRONG: (lacks: 4, "from the same code") a shared hidden layer, but a code of 16 for the picture and another code of 16 for the digit
def make_code(h, name):
    return layers.Dense(16, activation="tanh", name=name)(h)

inputs = keras.Input((28, 28, 1))
h = layers.Dense(160, activation="relu")(layers.Flatten()(inputs))
picture = layers.Dense(160, activation="relu")(make_code(h, "picture_code"))
picture = layers.Dense(784, activation="sigmoid", name="picture")(picture)
digit = layers.Dense(10, activation="softmax", name="digit")(make_code(h, "digit_code"))
model = keras.Model(inputs, [picture, digit])
model.compile("adam", loss={"picture": "binary_crossentropy", "digit": "sparse_categorical_crossentropy"},
              loss_weights={"picture": 10, "digit": 1}, metrics={"digit": "accuracy", "picture": "mse"})
history = model.fit(x_train, {"picture": x_train.reshape(-1, 784), "digit": y_train}, epochs=35, batch_size=64, verbose=0,
                    validation_data=(x_valid, {"picture": x_valid.reshape(-1, 784), "digit": y_valid}))
