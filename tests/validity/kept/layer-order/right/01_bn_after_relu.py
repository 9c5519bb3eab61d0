# RIGHT: batch norm stands behind the ReLU (activation inside Dense) and the dropout behind the batch norm; Normalization in front, early stopping on PR-AUC
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())

model = keras.Sequential([
    keras.Input((5,)),
    norm,
    layers.Dense(64, activation="relu"),
    layers.BatchNormalization(),
    layers.Dropout(0.2),
    layers.Dense(64, activation="relu"),
    layers.BatchNormalization(),
    layers.Dropout(0.2),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="binary_crossentropy",
              metrics=[keras.metrics.AUC(curve="PR", name="pr_auc")])
stop = keras.callbacks.EarlyStopping(monitor="val_pr_auc", mode="max", patience=15, start_from_epoch=10,
                                     restore_best_weights=True)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=60, batch_size=64,
                    callbacks=[stop], verbose=0)
print(stored_over_met(model))
print(max(history.history["val_pr_auc"]))
