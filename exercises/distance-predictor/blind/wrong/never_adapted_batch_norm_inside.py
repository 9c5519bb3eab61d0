"""Adapt was forgotten; batch norm after each dense layer makes training possible.

Caught by: standardised-inputs
"""

model = keras.Sequential([keras.Input((4,)), layers.Normalization()])
for _ in range(2):
    model.add(layers.Dense(100))
    model.add(layers.BatchNormalization(momentum=0.9))
    model.add(layers.ReLU())
model.add(layers.Dense(1))
model.compile(optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.01, 40 * 40)), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=128, epochs=40, verbose=0)
