"""A batch norm on the readings in place of a scaler, too."""

model = keras.Sequential([keras.Input((5,)), layers.BatchNormalization()])
for _ in range(2):
    model.add(layers.Dense(48))
    model.add(layers.BatchNormalization(momentum=0.9))
    model.add(layers.LeakyReLU())
    model.add(layers.Dropout(0.2))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
