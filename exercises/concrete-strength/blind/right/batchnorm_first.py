"""Standardises with batch norm as the very first layer, drops a few units after the hidden layers only."""

model = keras.Sequential()
model.add(keras.Input(shape=(8,)))
model.add(layers.BatchNormalization(momentum=0.95))
model.add(layers.Dense(128, activation="relu"))
model.add(layers.Dropout(0.05))
model.add(layers.Dense(64, activation="relu"))
model.add(layers.Dropout(0.05))
model.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(35.0)))

model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.01), loss="mae")
history = model.fit(x_train, y_train, epochs=80, batch_size=32, verbose=0, validation_data=(x_valid, y_valid))
