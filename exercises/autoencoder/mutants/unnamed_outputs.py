"""Right but for the names: nobody can tell which output is which.

Caught by: named-outputs
"""

inputs = keras.Input((28, 28, 1))
hidden = layers.Dense(64, activation="relu")(layers.Flatten()(inputs))
code = layers.Dense(16)(hidden)
decoded = layers.Dense(64, activation="relu")(code)
picture = layers.Dense(784, activation="sigmoid")(decoded)
digit = layers.Dense(10, activation="softmax")(code)
model = keras.Model(inputs, [picture, digit])
model.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss=["mse", "sparse_categorical_crossentropy"],
    loss_weights=[1, 0.05],
)
flat_train = x_train.reshape(-1, 784)
history = model.fit(x_train, [flat_train, y_train], batch_size=64, epochs=1, verbose=0)
