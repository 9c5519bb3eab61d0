# WRONG: (lacks: 5, the averaged weights must be at 88 %) use_ema with a momentum of 0.999 over a few hundred steps and no SwapEMAWeights: the averages stay near the start
model = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6),
    layers.Conv2D(16, 5, strides=2, activation="relu"),
    layers.Conv2D(32, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(32, 3, activation="relu"),
    layers.GlobalAveragePooling2D(),
    layers.Dense(5, activation="softmax"),
])
opt = keras.optimizers.Adam(1.5e-3, use_ema=True, ema_momentum=0.999)
model.compile(opt, "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=12, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
