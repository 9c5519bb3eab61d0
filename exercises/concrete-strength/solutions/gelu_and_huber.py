"""Another activation, loss, optimizer and width; the learning rate falls along a cosine."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((8,)), normalization])
for units in (96, 48):
    model.add(layers.Dense(units, activation="gelu"))
model.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())))
rate = keras.optimizers.schedules.CosineDecay(2e-2, decay_steps=30 * 19)
model.compile(optimizer=keras.optimizers.AdamW(rate), loss=keras.losses.Huber(), metrics=["mae"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=30, verbose=0)
