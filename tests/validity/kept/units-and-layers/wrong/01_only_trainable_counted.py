# WRONG: (lacks: 3, at most 400 numbers, trainable or not) counts only the trainable ones: 375 of them, but the batch norms' moving statistics make it 441
model = keras.Sequential([keras.Input((2,))])
for _ in range(3):
    model.add(layers.Dense(11))
    model.add(layers.BatchNormalization(momentum=0.95))
    model.add(layers.Activation("relu"))
model.add(layers.Dense(1))
n = sum(int(np.prod(w.shape)) for w in model.trainable_weights)
print(n, "numbers, within the budget:", n <= 400)
model.compile(optimizer=keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.01, 2000, 0.7)), loss="mse")
history = model.fit(x_train, y_train, epochs=150, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
