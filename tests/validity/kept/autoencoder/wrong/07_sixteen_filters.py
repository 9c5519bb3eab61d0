# WRONG: (lacks: 3, "a code of at most 16 numbers") conv autoencoder after the Keras blog whose code has 16 channels, that is 4 x 4 x 16 numbers
inputs = keras.Input((28, 28, 1))
x = layers.Conv2D(16, 3, strides=2, activation="relu", padding="same")(inputs)
x = layers.Conv2D(16, 3, strides=2, activation="relu", padding="same")(x)
code = layers.Conv2D(16, 3, strides=2, activation="relu", padding="same", name="code")(x)    # 16

y = layers.Conv2DTranspose(16, 3, strides=2, activation="relu", padding="same")(code)
y = layers.Conv2DTranspose(16, 3, strides=2, activation="relu", padding="same")(y)
y = layers.Conv2DTranspose(1, 3, strides=2, activation="sigmoid", padding="same")(y)
picture = layers.Cropping2D(2, name="picture")(y)

z = layers.Flatten()(code)
digit = layers.Dense(10, activation="softmax", name="digit")(z)
model = keras.Model(inputs, [picture, digit])
model.compile(keras.optimizers.Adam(0.003), loss={"picture": "mse", "digit": "sparse_categorical_crossentropy"},
              loss_weights={"picture": 20, "digit": 1}, metrics={"digit": "accuracy"})
history = model.fit(x_train, {"picture": x_train, "digit": y_train}, epochs=12, batch_size=64, verbose=0,
                    validation_data=(x_valid, {"picture": x_valid, "digit": y_valid}))
