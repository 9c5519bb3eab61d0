# WRONG: (lacks: 5, average precision of .6) forgot the activations, takes the batch norm for the nonlinearity: the network is linear in the readings at prediction
model = keras.Sequential([keras.Input((5,)), layers.BatchNormalization()])
for _ in range(3):
    model.add(layers.Dense(64, use_bias=False))
    model.add(layers.BatchNormalization())
    model.add(layers.Dropout(0.2))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="binary_crossentropy")
history = model.fit(x_train, y_train, batch_size=64, epochs=30, validation_data=(x_valid, y_valid), verbose=0)
print(stored_over_met(model))
