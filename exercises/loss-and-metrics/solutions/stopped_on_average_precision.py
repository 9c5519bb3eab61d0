"""A metric that steers: training stops when average precision no longer rises, and the best weights come back."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((5,)),
        normalization,
        layers.Dense(32, activation="relu"),
        layers.Dropout(0.1),
        layers.Dense(32, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ]
)
watched = keras.metrics.AUC(curve="PR", name="pr")
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy", metrics=[watched])
stop = keras.callbacks.EarlyStopping("val_pr", mode="max", patience=10, restore_best_weights=True)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=60, callbacks=[stop], verbose=0
)
