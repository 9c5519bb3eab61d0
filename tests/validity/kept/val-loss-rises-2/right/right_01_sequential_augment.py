# RIGHT: one Sequential model with moving, turning and zooming inside, moderate dropout, Adam with a cosine schedule and one plain fit.
EPOCHS, BATCH = 70, 20

model = keras.Sequential(
    [
        keras.Input(shape=(14, 14, 1)),
        # new versions of the same 200 pictures in every epoch (only in training)
        layers.RandomTranslation(0.1, 0.1, fill_mode="constant"),
        layers.RandomRotation(0.04, fill_mode="constant"),
        layers.RandomZoom(0.1, fill_mode="constant"),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Dropout(0.2),
        layers.Conv2D(64, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(96, activation="relu"),
        layers.Dropout(0.4),
        layers.Dense(10, activation="softmax"),
    ],
    name="digits",
)

steps = int(np.ceil(len(x_train) / BATCH)) * EPOCHS
model.compile(
    optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(2e-3, steps, alpha=0.05)),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(
    x_train, y_train,
    batch_size=BATCH,
    epochs=EPOCHS,
    validation_data=(x_valid, y_valid),
    verbose=0,
)
