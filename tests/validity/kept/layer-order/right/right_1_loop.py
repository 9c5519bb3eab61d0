# RIGHT: Sequential built with model.add in a loop, Normalization in front, twice Dense - BatchNorm - ReLU - Dropout.
standardise = layers.Normalization()
standardise.adapt(x_train.to_numpy())

model = keras.Sequential(name="leaks")
model.add(keras.Input((5,)))
model.add(standardise)
for units in (64, 64):
    model.add(layers.Dense(units, use_bias=False, kernel_initializer="he_normal"))
    model.add(layers.BatchNormalization())
    model.add(layers.Activation("relu"))
    model.add(layers.Dropout(0.2))
model.add(layers.Dense(1, activation="sigmoid"))

model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=3e-3),
    loss="binary_crossentropy",
    metrics=[keras.metrics.AUC(curve="PR", name="pr_auc")],
)
stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=15, restore_best_weights=True)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid),
    epochs=60, batch_size=64, callbacks=[stop], verbose=0,
)
