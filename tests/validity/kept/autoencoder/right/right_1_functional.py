# RIGHT: a plain functional network 784-128-16-128-784 with a softmax layer on the code, mean squared error and cross-entropy weighted by name
inputs = keras.Input((28, 28, 1))
x = layers.Flatten()(inputs)
x = layers.Dense(128, activation="relu")(x)
code = layers.Dense(16, name="code")(x)

x = layers.Dense(128, activation="relu")(code)
x = layers.Dense(784, activation="sigmoid")(x)
picture = layers.Reshape((28, 28, 1), name="picture")(x)
digit = layers.Dense(10, activation="softmax", name="digit")(code)

model = keras.Model(inputs, [picture, digit])
model.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"},
    # the mse is about 0.02 and the cross-entropy about 0.3, so the picture needs a large weight
    loss_weights={"picture": 40.0, "digit": 1.0},
    metrics={"digit": "accuracy"},
)
history = model.fit(
    x_train,
    {"picture": x_train, "digit": y_train},
    validation_data=(x_valid, {"picture": x_valid, "digit": y_valid}),
    batch_size=64,
    epochs=35,
    verbose=2,
)
