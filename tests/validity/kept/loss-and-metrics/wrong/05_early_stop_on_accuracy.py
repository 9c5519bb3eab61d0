# WRONG: (lacks 5: average precision of at least .66) small hidden layer and EarlyStopping on accuracy, so it stops after a few epochs
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((5,)),
    norm,
    layers.Dense(8, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping(monitor="val_accuracy", patience=2, restore_best_weights=True)
history = model.fit(x_train, y_train, epochs=30, batch_size=64, validation_data=(x_valid, y_valid), callbacks=[stop], verbose=0)
print(model.evaluate(x_valid, y_valid, verbose=0))
