# RIGHT: the textbook dense autoencoder with flat targets and loss_weights by name
inputs = keras.Input(shape=(28, 28, 1))
x = layers.Flatten()(inputs)
x = layers.Dense(128, activation="relu")(x)
code = layers.Dense(16, name="code")(x)

d = layers.Dense(128, activation="relu")(code)
picture = layers.Dense(784, activation="sigmoid", name="picture")(d)
digit = layers.Dense(10, activation="softmax", name="digit")(code)

model = keras.Model(inputs=inputs, outputs=[picture, digit])
model.compile(optimizer=keras.optimizers.Adam(0.002),
              loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"},
              loss_weights={"picture": 30.0, "digit": 1.0},
              metrics={"digit": "accuracy"})
history = model.fit(x_train, {"picture": x_train.reshape(-1, 784), "digit": y_train},
                    epochs=30, batch_size=64, verbose=0,
                    validation_data=(x_valid, {"picture": x_valid.reshape(-1, 784), "digit": y_valid}))
print({k: v[-1] for k, v in history.history.items()})
