# RIGHT: functional from a build function, adapted Normalization, two swish layers, sigmoid and plain cross-entropy, Nadam, early stopping.
def build(units=(48, 48), activation="swish"):
    standardise = layers.Normalization(name="standardise")
    standardise.adapt(np.asarray(x_train, "float32"))

    readings = keras.Input((5,), name="readings")
    x = standardise(readings)
    for number, n in enumerate(units, start=1):
        x = layers.Dense(n, activation=activation, kernel_initializer="he_normal", name=f"hidden_{number}")(x)
    return keras.Model(readings, layers.Dense(1, activation="sigmoid", name="leaks")(x))


model = build()
model.compile(
    optimizer=keras.optimizers.Nadam(learning_rate=3e-3),
    loss=keras.losses.BinaryCrossentropy(),
    metrics=[keras.metrics.AUC(curve="PR", name="pr_auc"), keras.metrics.Recall(name="recall")],
)
history = model.fit(
    x_train, y_train,
    validation_data=(x_valid, y_valid),
    epochs=80, batch_size=64, verbose=0,
    callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=15, restore_best_weights=True)],
)
