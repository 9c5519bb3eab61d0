# WRONG: (lacks: 3, "at most 16 numbers ... nothing goes around them") the decoder also gets the mean brightness of the picture, a seventeenth number beside the code
inputs = keras.Input((28, 28, 1))
flat = layers.Flatten()(inputs)
h = layers.Dense(128, activation="relu")(flat)
code = layers.Dense(16, name="code")(h)

ink = layers.GlobalAveragePooling2D(name="ink")(inputs)   # how thick is the pen?
d = layers.Concatenate()([code, ink])
d = layers.Dense(128, activation="relu")(d)
picture = layers.Dense(784, activation="sigmoid", name="picture")(d)
digit = layers.Dense(10, activation="softmax", name="digit")(code)

model = keras.Model(inputs, {"picture": picture, "digit": digit})
model.compile(keras.optimizers.Adam(0.002), loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"},
              loss_weights={"picture": 30, "digit": 1}, metrics={"digit": "accuracy"})
history = model.fit(x_train, {"picture": x_train.reshape(-1, 784), "digit": y_train}, epochs=30, batch_size=64, verbose=0,
                    validation_data=(x_valid, {"picture": x_valid.reshape(-1, 784), "digit": y_valid}))
