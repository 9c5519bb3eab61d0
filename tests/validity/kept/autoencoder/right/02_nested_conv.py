# RIGHT: three nested models (conv encoder, Conv2DTranspose decoder called "picture", classifier called "digit") with binary crossentropy on pixels and a saved best model loaded back
import os, tempfile

encoder = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(16, 3, strides=2, padding="same", activation="relu"),
    layers.Conv2D(32, 3, strides=2, padding="same", activation="relu"),
    layers.Flatten(),
    layers.Dense(16),
], name="encoder")
decoder = keras.Sequential([
    keras.Input((16,)),
    layers.Dense(7 * 7 * 32, activation="relu"),
    layers.Reshape((7, 7, 32)),
    layers.Conv2DTranspose(16, 3, strides=2, padding="same", activation="relu"),
    layers.Conv2DTranspose(1, 3, strides=2, padding="same", activation="sigmoid"),
], name="picture")
classifier = keras.Sequential([
    keras.Input((16,)),
    layers.Dense(32, activation="relu"),
    layers.Dense(10, activation="softmax"),
], name="digit")

inp = keras.Input((28, 28, 1))
z = encoder(inp)
model = keras.Model(inp, [decoder(z), classifier(z)])
model.compile("adam", loss=["binary_crossentropy", "sparse_categorical_crossentropy"],
              loss_weights=[10, 1], metrics=[["mse"], ["accuracy"]])
model.optimizer.learning_rate = 0.002

path = os.path.join(tempfile.mkdtemp(), "ae.keras")
history = model.fit(x_train, [x_train, y_train], batch_size=50, epochs=16,
                    validation_data=(x_valid, [x_valid, y_valid]), verbose=0,
                    callbacks=[keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True)])
model = keras.models.load_model(path)
