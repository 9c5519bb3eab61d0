# RIGHT: functional with a block function, BatchNorm on the raw readings, gelu, a short cut around the second block, AdamW with cosine decay.
EPOCHS, BATCH, RATE = 50, 64, 0.15


def block(x, units: int, name: str):
    x = layers.Dense(units, kernel_initializer="glorot_normal", name=f"{name}_dense")(x)
    x = layers.BatchNormalization(momentum=0.95, name=f"{name}_norm")(x)
    x = layers.Activation("gelu", name=f"{name}_gelu")(x)
    return layers.Dropout(RATE, name=f"{name}_drop")(x)


readings = keras.Input((5,), name="readings")
x = layers.BatchNormalization(name="scale_readings")(readings)
first = block(x, 64, "first")
second = block(first, 64, "second")
both = layers.Add(name="short_cut")([first, second])
leak = layers.Dense(1, activation="sigmoid", name="leak")(both)
model = keras.Model(readings, leak, name="residual_leaks")

steps = EPOCHS * int(np.ceil(len(x_train) / BATCH))
schedule = keras.optimizers.schedules.CosineDecay(4e-3, decay_steps=steps, alpha=0.01)
model.compile(
    optimizer=keras.optimizers.AdamW(learning_rate=schedule, weight_decay=1e-3),
    loss=keras.losses.BinaryCrossentropy(),
)
history = model.fit(
    x_train, y_train, epochs=EPOCHS, batch_size=BATCH, validation_data=(x_valid, y_valid), verbose=0
)
