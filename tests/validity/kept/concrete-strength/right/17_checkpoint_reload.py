# RIGHT: saves the best epoch with ModelCheckpoint and loads it from the file again; what is called model is the loaded one
import os
import tempfile

scaler = layers.Normalization()
scaler.adapt(x_train.to_numpy())
net = keras.models.Sequential()
net.add(layers.InputLayer(shape=(8,)))
net.add(scaler)
net.add(layers.Dense(units=128, activation="relu"))
net.add(layers.Dense(units=64, activation="relu"))
net.add(layers.Dense(units=32, activation="relu"))
net.add(layers.Dense(units=1, activation="linear"))
net.compile(loss="mse", optimizer=keras.optimizers.Adam(learning_rate=0.004), metrics=["mae"])

path = os.path.join(tempfile.mkdtemp(), "best.keras")
callbacks = [
    keras.callbacks.ModelCheckpoint(path, monitor="val_mae", save_best_only=True),
    keras.callbacks.CSVLogger(path + ".csv"),
    keras.callbacks.TerminateOnNaN(),
]
history = net.fit(x_train, y_train, epochs=70, batch_size=32, callbacks=callbacks,
                  validation_data=(x_valid, y_valid), verbose=0)
model = keras.models.load_model(path)
del net
print(model.evaluate(x_valid, y_valid, verbose=0))
