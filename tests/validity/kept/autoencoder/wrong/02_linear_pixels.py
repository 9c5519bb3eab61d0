# WRONG: (lacks: 2, "with values from 0 to 1") the picture comes from a linear layer, so many pixels are below 0 or above 1
inputs = keras.Input((28, 28, 1))
x = layers.Flatten()(inputs)
x = layers.Dense(128, activation="relu")(x)
code = layers.Dense(16, name="code")(x)
d = layers.Dense(128, activation="relu")(code)
d = layers.Dense(784)(d)
picture = layers.Reshape((28, 28, 1), name="picture")(d)
digit = layers.Dense(10, activation="softmax", name="digit")(code)
model = keras.Model(inputs, [picture, digit])
model.compile(keras.optimizers.Adam(0.0015), loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"},
              loss_weights={"picture": 30, "digit": 1}, metrics={"digit": "accuracy"})
history = model.fit(x_train, {"picture": x_train, "digit": y_train}, epochs=30, batch_size=64, verbose=0,
                    validation_data=(x_valid, {"picture": x_valid, "digit": y_valid}))
