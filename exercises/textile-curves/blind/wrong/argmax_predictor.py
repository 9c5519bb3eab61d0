"""After training hands in a wrapper that returns the winning class as one number (name the class).

Caught by: five-classes-out
"""

from keras import ops

inp = keras.Input((30, 30, 1))
x = layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6)(inp)
x = layers.Conv2D(16, 5, strides=2, activation="relu")(x)
x = layers.Conv2D(32, 3, strides=2, activation="relu")(x)
x = layers.GlobalMaxPooling2D()(x)
x = layers.Dense(32, activation="relu")(x)
probs = layers.Dense(5, activation="softmax")(x)
classifier = keras.Model(inp, probs)
classifier.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(2e-3, 25 * 14, alpha=0.01)),
                   "sparse_categorical_crossentropy", metrics=["accuracy"])
history = classifier.fit(x_train, y_train, epochs=15, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)

model = keras.Model(inp, ops.argmax(classifier(inp), axis=-1))
print("accuracy:", np.mean(model.predict(x_valid, verbose=0) == y_valid))
