# WRONG: (lacks: 3, a hidden layer with an activation) the ReLU follows the pixels, which are never negative; the hidden layer itself is linear
model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Flatten(),
    layers.ReLU(),
    layers.Dense(64),
    layers.BatchNormalization(momentum=0.6),
    layers.Dense(10),
    layers.Softmax(),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=1120, epochs=10,
                    validation_data=(x_valid, y_valid), verbose=2)
