"""Labels with shape (n, 1), RMSprop, one wide hidden layer."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((5,)), normalization, layers.Dense(128, "relu"), layers.Dense(1, "sigmoid")])
model.compile(keras.optimizers.RMSprop(0.005), loss=keras.losses.BinaryCrossentropy(), metrics=["binary_accuracy"])
leaks = y_train.to_numpy()[:, None]
history = model.fit(x_train, leaks, batch_size=64, epochs=40, verbose=0)
