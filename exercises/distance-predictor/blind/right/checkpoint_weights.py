"""Batch norm first, averaged weights, the best epoch's weights loaded back from a file."""

model = keras.Sequential([
    keras.Input((4,)), layers.BatchNormalization(momentum=0.9),
    layers.Dense(128, activation="silu"), layers.Dense(64, activation="silu"), layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
])
model.compile(optimizer=keras.optimizers.AdamW(keras.optimizers.schedules.CosineDecay(5e-3, 30 * 79)), loss=keras.losses.LogCosh())
keep = keras.callbacks.ModelCheckpoint("best.weights.h5", save_best_only=True, save_weights_only=True)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, callbacks=[keep], verbose=0)
model.load_weights("best.weights.h5")
