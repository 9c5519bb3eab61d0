# WRONG: (lacks: 1, "values from 0 to 1 as they come") turns the pictures to black on white outside the model and trains on those
paper_train, paper_valid = 1 - x_train, 1 - x_valid      # ink is dark, paper is white

inputs = keras.Input((28, 28, 1))
x = layers.Flatten()(inputs)
x = layers.Dense(128, activation="relu")(x)
code = layers.Dense(16, name="code")(x)
d = layers.Dense(128, activation="relu")(code)
picture = layers.Dense(784, activation="sigmoid", name="picture")(d)
digit = layers.Dense(10, activation="softmax", name="digit")(code)
model = keras.Model(inputs, [picture, digit])
model.compile(keras.optimizers.Adam(0.002), loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"},
              loss_weights={"picture": 30, "digit": 1}, metrics={"digit": "accuracy"})
history = model.fit(paper_train, {"picture": x_train.reshape(-1, 784), "digit": y_train}, epochs=25, batch_size=64, verbose=0,
                    validation_data=(paper_valid, {"picture": x_valid.reshape(-1, 784), "digit": y_valid}))
