"""Batch norm as the first layer and inside, small batches, Adamax, one falling rate by LearningRateScheduler."""

model = keras.Sequential([keras.Input((8,)), layers.BatchNormalization(momentum=0.9)])
for _ in range(2):
    model.add(layers.Dense(64, use_bias=False))
    model.add(layers.BatchNormalization(momentum=0.9))
    model.add(layers.Activation("relu"))
model.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())))
model.compile(optimizer=keras.optimizers.Adamax(0.01), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, callbacks=[keras.callbacks.LearningRateScheduler(lambda e: 0.01 * 0.93**e)], verbose=0)
