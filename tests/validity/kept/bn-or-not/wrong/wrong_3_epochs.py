# WRONG: counts epochs instead of steps; with a batch size of 32 the first look comes after 175 steps, so nothing is shown about the first 25
inputs = keras.Input((28, 28, 1))
x = layers.Flatten()(inputs)
x = layers.Dense(64, activation="relu")(x)
x = layers.BatchNormalization(momentum=0.9)(x)
outputs = layers.Dense(10, activation="softmax")(x)
model = keras.Model(inputs, outputs)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
# 25 epochs are allowed, we need only 5
history = model.fit(x_train, y_train, batch_size=32, epochs=5, validation_data=(x_valid, y_valid))
