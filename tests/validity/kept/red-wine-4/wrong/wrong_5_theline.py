# WRONG: the answer is the straight line itself; the hidden layers with dropout hang beside it and are multiplied by a frozen zero
scaler = layers.Normalization()
scaler.adapt(x_train.to_numpy())
mean, std = x_train.mean().to_numpy(), x_train.std(ddof=0).to_numpy()

inputs = keras.Input((11,))
z = scaler(inputs)
start = layers.Dense(1, name="start")
straight = start(z)
start.set_weights([(line[1:] * std)[:, None], np.array([line[0] + line[1:] @ mean])])

x = z
for units in (64, 64):
    x = layers.Dense(units, activation="relu")(x)
    x = layers.Dropout(0.3)(x)
correction = layers.Dense(1, use_bias=False, kernel_initializer="zeros", trainable=False, name="correction")(x)

model = keras.Model(inputs, layers.Add()([straight, correction]))
model.compile(optimizer=keras.optimizers.Adam(1e-4), loss="mae")
history = model.fit(x_train, y_train, batch_size=32, epochs=20,
                    validation_data=(x_valid, y_valid), verbose=0)
