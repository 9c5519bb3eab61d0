# RIGHT: the given stack, repaired line by line and made small, with the best epoch kept by a checkpoint
import os, tempfile

model = keras.Sequential([
    keras.Input((None, 2)),
    layers.LSTM(14, return_sequences=True),
    layers.LSTM(12),
    layers.Dense(8, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.summary()
model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.01),
              loss="binary_crossentropy", metrics=["accuracy"])

best = os.path.join(tempfile.mkdtemp(), "best.weights.h5")
history = model.fit(
    x_train, y_train, epochs=20, batch_size=64, verbose=2,
    validation_data=(x_valid, y_valid),
    callbacks=[keras.callbacks.ModelCheckpoint(best, monitor="val_accuracy", mode="max",
                                               save_best_only=True, save_weights_only=True)],
)
model.load_weights(best)
print(model.evaluate(x_valid, y_valid, verbose=0))
