"""An encoder, a decoder called picture and a classifier called digit, each a model of its own."""

encoder = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(16),
    ]
)
decoder = keras.Sequential(
    [
        keras.Input((16,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(784, activation="sigmoid"),
        layers.Reshape((28, 28, 1)),
    ],
    name="picture",
)
classifier = keras.Sequential(
    [keras.Input((16,)), layers.Dense(32, activation="relu"), layers.Dense(10, activation="softmax")], name="digit"
)
inputs = keras.Input((28, 28, 1))
code = encoder(inputs)
model = keras.Model(inputs, [classifier(code), decoder(code)])
model.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss=["sparse_categorical_crossentropy", "mse"],
    loss_weights=[0.03, 1],
)
history = model.fit(x_train, [y_train, x_train], batch_size=64, epochs=7, verbose=0)
