"""Batch norm as the first layer stands in for a scaler; its momentum lets the running mean arrive in time."""

model = keras.Sequential()
model.add(keras.Input((4,)))
model.add(layers.BatchNormalization(momentum=0.9))
for _ in range(2):
    model.add(layers.Dense(100))
    model.add(layers.ReLU())
model.add(layers.Dense(1))
rate = keras.optimizers.schedules.CosineDecay(0.01, decay_steps=40 * 20)
model.compile(optimizer=keras.optimizers.Adam(rate), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=256, epochs=40, verbose=0)
