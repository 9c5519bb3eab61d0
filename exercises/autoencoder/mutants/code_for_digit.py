"""What is called digit is the code itself.

Caught by: named-outputs
"""

inputs = keras.Input((28, 28, 1))
code = layers.Dense(16, name="digit")(layers.Dense(64, activation="relu")(layers.Flatten()(inputs)))
picture = layers.Dense(784, activation="sigmoid", name="picture")(layers.Dense(64, activation="relu")(code))
model = keras.Model(inputs, [picture, code])
model.compile(optimizer=keras.optimizers.Adam(0.005), loss={"picture": "mse"})
history = model.fit(x_train, {"picture": x_train.reshape(-1, 784)}, batch_size=64, epochs=4, verbose=0)
