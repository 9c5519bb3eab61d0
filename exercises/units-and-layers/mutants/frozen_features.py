"""Three hundred random features that are not trained: what is frozen is there all the same.

Caught by: budget
"""

frozen = layers.Dense(300, activation="relu", trainable=False, bias_initializer="random_normal")
model = keras.Sequential([keras.Input((2,)), frozen, layers.Dense(8, "relu"), layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.005), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=20, verbose=0)
