""") scikit-learn habit: flattens to 900 numbers and reshapes inside the network.

Caught by: patches-in
"""

x_train_flat = x_train.reshape(len(x_train), -1)
x_valid_flat = x_valid.reshape(len(x_valid), -1)

model = keras.Sequential([
    keras.Input(shape=(900,)),
    layers.LayerNormalization(epsilon=1e-6),
    layers.Reshape((30, 30, 1)),
    layers.Conv2D(16, 5, strides=2, activation="relu"),
    layers.Conv2D(32, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(32, 3, activation="relu"),
    layers.GlobalAveragePooling2D(),
    layers.Dense(5, activation="softmax"),
])
model.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(2e-3, 25 * 14, alpha=0.01)),
              "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train_flat, y_train, epochs=14, batch_size=32, validation_data=(x_valid_flat, y_valid), verbose=0)
