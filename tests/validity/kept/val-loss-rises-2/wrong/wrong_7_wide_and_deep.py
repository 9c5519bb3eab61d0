# WRONG: a wide way (Flatten and Dense) goes from the picture to the answer past both convolutions, although every way must have two of them.
picture = keras.Input(shape=(14, 14, 1), name="picture")
moved = layers.RandomTranslation(0.08, 0.08, fill_mode="constant")(picture)
moved = layers.RandomRotation(0.03, fill_mode="constant")(moved)

# deep: strokes
deep = layers.Conv2D(32, 3, padding="same", activation="relu")(moved)
deep = layers.MaxPooling2D()(deep)
deep = layers.Conv2D(64, 3, padding="same", activation="relu")(deep)
deep = layers.MaxPooling2D()(deep)
deep = layers.Flatten()(deep)
deep = layers.Dense(64, activation="relu")(deep)

# wide: the picture as a whole
wide = layers.Flatten()(moved)
wide = layers.Dense(32, activation="relu")(wide)

both = layers.Concatenate()([deep, wide])
both = layers.Dropout(0.45)(both)
answer = layers.Dense(10, activation="softmax", name="digit")(both)
model = keras.Model(picture, answer, name="wide_and_deep")

model.compile(
    optimizer=keras.optimizers.Adam(1.5e-3),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(
    x_train, y_train,
    batch_size=16, epochs=60,
    validation_data=(x_valid, y_valid),
    verbose=0,
)
