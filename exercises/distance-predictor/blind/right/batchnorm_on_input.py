"""A BatchNormalization without scale and shift is the first layer and standardises the raw degrees (tiny epsilon); once its statistics have settled it is frozen and the rest trains on."""

inputs = keras.Input((4,))
# degrees have a variance of only 0.008, so the usual epsilon of 0.001 is too much
bn = layers.BatchNormalization(center=False, scale=False, momentum=0.98, epsilon=1e-6, name="standardise")
x = bn(inputs)
x = layers.Dense(128, activation="relu")(x)
x = layers.Dense(64, activation="relu")(x)
outputs = layers.Dense(1)(x)
model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(0.004), loss="mse")
model.fit(x_train, y_train, batch_size=100, epochs=25, verbose=0)
print(np.array(bn.moving_mean), np.array(bn.moving_variance))

bn.trainable = False  # from here on always the running statistics
model.compile(optimizer=keras.optimizers.Adam(0.001), loss="mse")
history = model.fit(x_train, y_train, batch_size=100, epochs=15, verbose=0)
