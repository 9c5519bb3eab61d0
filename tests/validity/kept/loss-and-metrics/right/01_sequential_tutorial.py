# RIGHT: plain tutorial Sequential with Normalization, many metrics, ReduceLROnPlateau and restored best weights
def get_normalizer(df):
    norm = layers.Normalization(axis=-1, name="norm")
    norm.adapt(df.to_numpy())
    return norm

def build(units=64):
    m = keras.Sequential([
        keras.Input(shape=(5,)),
        get_normalizer(x_train),
        layers.Dense(units, activation="relu"),
        layers.Dense(units, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    m.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.003),
        loss=keras.losses.BinaryCrossentropy(),
        metrics=["accuracy", keras.metrics.AUC(curve="PR", name="prc"), keras.metrics.Precision(name="precision"), keras.metrics.Recall(name="recall")],
    )
    return m

model = build()
model.summary()
callbacks = [
    keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.4, patience=4),
    keras.callbacks.EarlyStopping(monitor="val_loss", patience=10, restore_best_weights=True),
]
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=35, batch_size=64, callbacks=callbacks, verbose=0)
print("best val prc", max(history.history["val_prc"]))
