"""Plain gradient descent with momentum and a large rate; batch norm makes that safe."""

model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(64),
        layers.BatchNormalization(momentum=0.7),
        layers.Activation("relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.SGD(0.1, momentum=0.9), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=512, epochs=4, verbose=0)
