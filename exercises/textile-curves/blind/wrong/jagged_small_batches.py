"""Batches of four, rate 0.005, no schedule; the curve shown to the student is that of training rows.

Caught by: smooth-curve
"""

model = keras.Sequential([keras.Input((30, 30, 1)), layers.AveragePooling2D(2),
    layers.Conv2D(8, 3, padding="same", activation="relu"), layers.BatchNormalization(momentum=0.9),
    layers.Conv2D(16, 3, padding="same", activation="relu"), layers.BatchNormalization(momentum=0.9),
    layers.MaxPooling2D(), layers.Flatten(), layers.Dropout(0.25), layers.Dense(5, activation="softmax")])
model.compile(optimizer=keras.optimizers.Adam(5e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_train, y_train), batch_size=4, epochs=10, verbose=0)
