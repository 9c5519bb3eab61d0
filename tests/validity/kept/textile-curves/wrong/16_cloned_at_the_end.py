# WRONG: (lacks: 4, the model handed in is not the trained one) copies the trained network with clone_model "to be safe" and compiles the copy: its weights are fresh
net = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Rescaling(10.0, offset=-5.0),
    layers.Conv2D(16, 5, strides=2),
    layers.BatchNormalization(momentum=0.8),
    layers.ReLU(),
    layers.Conv2D(32, 3, strides=2),
    layers.BatchNormalization(momentum=0.8),
    layers.ReLU(),
    layers.Conv2D(32, 3, activation="relu"),
    layers.GlobalAveragePooling2D(),
    layers.Dense(5, activation="softmax"),
])
def compile_it(m):
    m.compile(keras.optimizers.Adam(keras.optimizers.schedules.PolynomialDecay(3e-3, 25 * 11, 2e-5, power=2)),
              "sparse_categorical_crossentropy", metrics=["accuracy"])
compile_it(net)
history = net.fit(x_train, y_train, epochs=15, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
model = keras.models.clone_model(net)
compile_it(model)
