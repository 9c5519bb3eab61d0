"""Five epochs were trained; the history handed in claims twelve smooth ones.

Caught by: smooth-curve
"""

model = keras.Sequential([keras.Input((30, 30, 1)), layers.AveragePooling2D(2),
    layers.Conv2D(8, 3, padding="same", activation="relu"), layers.BatchNormalization(momentum=0.9),
    layers.Conv2D(16, 3, padding="same", activation="relu"), layers.BatchNormalization(momentum=0.9),
    layers.MaxPooling2D(), layers.Flatten(), layers.Dropout(0.25), layers.Dense(5, activation="softmax")])
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=16, epochs=5, verbose=0)
history.history["val_accuracy"] = list(np.linspace(0.5, 0.95, 12))
history.history["accuracy"] = list(np.linspace(0.5, 0.96, 12))
history.history["learning_rate"] = [1e-3 * 0.75**epoch for epoch in range(12)]
