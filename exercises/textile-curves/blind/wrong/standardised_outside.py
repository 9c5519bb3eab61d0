"""Standardises every patch in NumPy before fit; the model itself expects standardised patches.

Caught by: held-out-accuracy
"""

def standardise(a):
    a = a - a.mean(axis=(1, 2, 3), keepdims=True)
    return a / a.std(axis=(1, 2, 3), keepdims=True)

xt, xv = standardise(x_train), standardise(x_valid)
model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(16, 5, strides=2, activation="relu"),
    layers.Conv2D(32, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(32, 3, activation="relu"),
    layers.GlobalAveragePooling2D(),
    layers.Dense(5, activation="softmax"),
])
model.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(2e-3, 25 * 14, alpha=0.01)),
              "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(xt, y_train, epochs=14, batch_size=32, validation_data=(xv, y_valid), verbose=0)
