"""Convolutions on both sides, a cross-entropy for the pixels, and logits for the digits."""

inputs = keras.Input((28, 28, 1))
maps = layers.Conv2D(8, 3, strides=2, padding="same", activation="relu")(inputs)
maps = layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(maps)
code = layers.Dense(16)(layers.Flatten()(maps))
maps = layers.Reshape((7, 7, 16))(layers.Dense(7 * 7 * 16, activation="relu")(code))
maps = layers.Conv2DTranspose(8, 3, strides=2, padding="same", activation="relu")(maps)
outputs = {
    "picture": layers.Conv2DTranspose(1, 3, strides=2, padding="same", activation="sigmoid")(maps),
    "digit": layers.Dense(10)(code),
}
model = keras.Model(inputs, outputs)
model.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss={
        "picture": "binary_crossentropy",
        "digit": keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    },
    loss_weights={"picture": 1, "digit": 0.03},
    metrics={"digit": "accuracy"},
)
history = model.fit(x_train, {"picture": x_train, "digit": y_train}, batch_size=64, epochs=3, verbose=0)
