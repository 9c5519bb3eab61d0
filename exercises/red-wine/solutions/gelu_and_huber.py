"""Another activation, loss, optimizer and width, three hidden layers, a falling learning rate."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((11,)), normalization])
for units in (96, 64, 32):
    model.add(layers.Dense(units, activation="gelu"))
    model.add(layers.Dropout(0.15))
model.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())))
rate = keras.optimizers.schedules.CosineDecay(2e-3, decay_steps=40 * 27)
model.compile(optimizer=keras.optimizers.AdamW(rate), loss=keras.losses.Huber(), metrics=["mae"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
