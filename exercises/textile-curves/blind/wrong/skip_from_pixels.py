"""A skip takes the patch through one strided convolution and joins just before the Dense layer.

Caught by: two-convolutions
"""

inp = keras.Input((30, 30, 1))
n = layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6)(inp)
x = layers.Conv2D(16, 5, strides=2, padding="same", activation="relu")(n)
x = layers.Conv2D(32, 3, strides=2, padding="same", activation="relu")(x)
x = layers.Conv2D(32, 3, padding="same", activation="relu")(x)
skip = layers.Conv2D(32, 1, strides=4)(n)
skip = layers.MaxPooling2D(1)(skip)
x = layers.Add()([x, skip])
x = layers.GlobalAveragePooling2D()(x)
out = layers.Dense(5, activation="softmax")(x)
model = keras.Model(inp, out)
model.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(2e-3, 25 * 14, alpha=0.01)),
              "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=15, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
