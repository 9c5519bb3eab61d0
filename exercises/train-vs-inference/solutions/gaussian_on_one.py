"""One wide hidden layer, multiplied by noise instead of zeros and ones; early stopping."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((5,)),
        normalization,
        layers.Dense(128, activation="relu"),
        layers.GaussianDropout(0.2),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.005), loss="binary_crossentropy")
stop = keras.callbacks.EarlyStopping("val_loss", patience=15, restore_best_weights=True)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=60, callbacks=[stop], verbose=0
)
