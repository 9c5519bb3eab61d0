# RIGHT: Sequential in a loop, three hidden ReLU layers of 12 units (361 numbers), Adam with cosine decay.
model = keras.Sequential([keras.Input((2,))])
for _ in range(3):
    model.add(layers.Dense(12, activation="relu", kernel_initializer="he_normal"))
model.add(layers.Dense(1))

epochs, batch_size = 200, 32
steps = epochs * int(np.ceil(len(x_train) / batch_size))
model.compile(
    optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.01, decay_steps=steps)),
    loss="mse",
)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=epochs, batch_size=batch_size, verbose=0
)
