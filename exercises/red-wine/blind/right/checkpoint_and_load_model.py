"""ModelCheckpoint keeps the best model in a file, which is loaded again and handed in."""

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((11,)), norm,
    layers.Dense(48), layers.LayerNormalization(), layers.LeakyReLU(negative_slope=0.1), layers.Dropout(0.15),
    layers.Dense(48), layers.LayerNormalization(), layers.LeakyReLU(negative_slope=0.1), layers.Dropout(0.15),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.median())),
])
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="mae", metrics=["mae"])
keep = keras.callbacks.ModelCheckpoint("best.keras", monitor="val_mae", save_best_only=True)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, callbacks=[keep], verbose=0)
model = keras.models.load_model("best.keras")
