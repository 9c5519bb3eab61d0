"""Nothing keeps the pixels between 0 and 1.

Caught by: named-outputs
"""

inputs = keras.Input((28, 28, 1))
hidden = layers.Dense(64, activation="relu")(layers.Flatten()(inputs))
code = layers.Dense(16)(hidden)
decoded = layers.Dense(64, activation="relu")(code)
picture = layers.Dense(784, name="picture")(decoded)
digit = layers.Dense(10, activation="softmax", name="digit")(code)
model = keras.Model(inputs, [picture, digit])
model.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"},
    loss_weights={"picture": 1, "digit": 0.03},
    metrics={"digit": "accuracy"},
)
flat_train = x_train.reshape(-1, 784)
history = model.fit(x_train, {"picture": flat_train, "digit": y_train}, batch_size=64, epochs=2, verbose=0)
