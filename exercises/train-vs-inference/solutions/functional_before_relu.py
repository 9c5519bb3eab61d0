"""Functional; dropout stands before the ReLU, which is the same."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
inputs = keras.Input((5,))
x = normalization(inputs)
for _ in range(2):
    x = layers.Dense(96)(x)
    x = layers.Dropout(0.2)(x)
    x = layers.ReLU()(x)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(x))
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
