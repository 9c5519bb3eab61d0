# RIGHT: functional, Normalization, two gelu layers each followed by Dropout through a helper, AdamW, early stopping.
def hidden(x, units, rate):
    x = layers.Dense(units, activation="gelu")(x)
    return layers.Dropout(rate)(x)


normalise = layers.Normalization()
normalise.adapt(x_train.to_numpy())

inputs = keras.Input((5,))
x = normalise(inputs)
x = hidden(x, 96, 0.2)
x = hidden(x, 64, 0.15)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)

model.compile(
    optimizer=keras.optimizers.AdamW(learning_rate=3e-3, weight_decay=1e-4),
    loss="binary_crossentropy",
    metrics=[keras.metrics.AUC(curve="PR", name="pr_auc")],
)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=60, batch_size=64, verbose=0,
    callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=15, restore_best_weights=True)],
)
