# RIGHT: no batch norm; the average of three branches with layer norm and different activations, Nadam with exponential decay, 12 steps an epoch, early stopping that restores the best epoch
def branch(x, activation, name):
    x = layers.Dense(96, activation=activation, kernel_initializer="he_uniform", name=f"{name}_hidden")(x)
    x = layers.LayerNormalization(name=f"{name}_norm")(x)
    return layers.Dense(10, name=f"{name}_logits")(x)


def build_model() -> keras.Model:
    picture = keras.Input(shape=(28, 28, 1), name="picture")
    flat = layers.Flatten()(picture)
    votes = [branch(flat, activation, activation) for activation in ("relu", "gelu", "tanh")]
    return keras.Model(picture, layers.Softmax(name="digit")(layers.Average()(votes)))


steps_per_epoch = 12  # two epochs are 24 steps
batch_size = int(np.ceil(len(x_train) / steps_per_epoch))

model = build_model()
schedule = keras.optimizers.schedules.ExponentialDecay(0.012, decay_steps=steps_per_epoch, decay_rate=0.85)
model.compile(
    optimizer=keras.optimizers.Nadam(schedule),
    loss=keras.losses.SparseCategoricalCrossentropy(),
    metrics=[keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
)
stop = keras.callbacks.EarlyStopping(monitor="val_accuracy", mode="max", patience=4, restore_best_weights=True)
history = model.fit(
    x_train, y_train, batch_size=batch_size, epochs=14, validation_data=(x_valid, y_valid), callbacks=[stop], verbose=0
)
