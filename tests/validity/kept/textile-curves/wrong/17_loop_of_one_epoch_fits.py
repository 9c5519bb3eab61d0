# WRONG: (lacks: at least ten epochs in the history handed in) PyTorch-like loop of fit(epochs=1): history is only what the last call returned, a curve of one epoch
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
model.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(2e-3, 25 * 12, alpha=0.01)),
              "sparse_categorical_crossentropy", metrics=["accuracy"])
val_curve = []
for epoch in range(12):
    history = model.fit(x_train, y_train, epochs=1, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
    val_curve.append(history.history["val_accuracy"][0])
    print(f"epoch {epoch + 1}: {val_curve[-1]:.3f}")
plt.plot(val_curve)
