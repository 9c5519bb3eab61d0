# WRONG: (lacks: 4, R² of .9) puts Dropout(0.5) behind each of the narrow layers, as in a tutorial for wide ones; the network underfits
model = keras.Sequential([
    keras.Input((2,)),
    layers.Dense(12, activation="relu"),
    layers.Dropout(0.5),
    layers.Dense(12, activation="relu"),
    layers.Dropout(0.5),
    layers.Dense(12, activation="relu"),
    layers.Dropout(0.5),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse", metrics=["mae"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=100, batch_size=32, verbose=0)
print(history.history["val_loss"][-1])
