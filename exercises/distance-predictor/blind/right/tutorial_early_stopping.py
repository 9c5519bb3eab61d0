"""The Keras basic-regression tutorial almost word for word: Normalization + adapt in a Sequential, Adam, EarlyStopping on the validation rows."""

normalizer = layers.Normalization(axis=-1)
normalizer.adapt(np.array(x_train))

model = keras.Sequential([
    keras.Input(shape=(4,)),
    normalizer,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.003), loss="mean_squared_error",
              metrics=["mean_absolute_error"])
model.summary()

early = keras.callbacks.EarlyStopping(monitor="val_loss", patience=8, restore_best_weights=True)
history = model.fit(
    x_train, y_train,
    validation_data=(x_valid, y_valid),
    epochs=50, batch_size=64, verbose=0, callbacks=[early],
)
plt.figure()
plt.plot(history.history["loss"], label="loss")
plt.plot(history.history["val_loss"], label="val_loss")
plt.yscale("log")
plt.legend()
print(len(history.history["loss"]), "epochs")
