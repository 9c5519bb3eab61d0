"""Constant learning rate without any decay, the optimizer averages the weights (use_ema) with SwapEMAWeights."""

model = keras.Sequential()
model.add(keras.Input((30, 30, 1)))
model.add(layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6))
model.add(layers.Conv2D(16, 5, strides=2, activation="relu"))
model.add(layers.Conv2D(32, 3, activation="relu"))
model.add(layers.MaxPooling2D())
model.add(layers.Conv2D(32, 3, activation="relu"))
model.add(layers.GlobalMaxPooling2D())
model.add(layers.Dense(5, activation="softmax"))

opt = keras.optimizers.Adam(learning_rate=1e-3, use_ema=True, ema_momentum=0.97)
model.compile(opt, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=16, batch_size=32, shuffle=True,
                    validation_data=(x_valid, y_valid),
                    callbacks=[keras.callbacks.SwapEMAWeights()], verbose=0)
