"""Residual block: the identity goes round the second and third convolution, so that way has the first one only.

Caught by: two-convolutions
"""

i = keras.Input((30, 30, 1))
x = layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6)(i)
x = layers.Conv2D(32, 5, strides=3, padding="same", activation="relu")(x)
y = layers.Conv2D(32, 3, padding="same", activation="relu")(x)
y = layers.Conv2D(32, 3, padding="same")(y)
x = layers.ReLU()(x + y)
x = layers.GlobalAveragePooling2D()(x)
x = layers.Dense(32, activation="relu")(x)
o = layers.Dense(5, activation="softmax")(x)
model = keras.Model(i, o)
model.compile(keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(2e-3, 25, 0.78)),
              "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=32, epochs=15, validation_data=(x_valid, y_valid), verbose=0)
