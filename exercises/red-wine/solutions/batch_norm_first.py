"""Batch norm as the first layer stands in for a scaler; dropout before the ReLU, which is the same."""

model = keras.Sequential()
model.add(keras.Input((11,)))
model.add(layers.BatchNormalization())
for _ in range(2):
    model.add(layers.Dense(64))
    model.add(layers.Dropout(0.2))
    model.add(layers.ReLU())
model.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())))
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
