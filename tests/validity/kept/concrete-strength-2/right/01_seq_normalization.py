# RIGHT: plain tutorial style, Sequential with an adapted Normalization, bias of the output started at the mean strength
normalizer = layers.Normalization(axis=-1)
normalizer.adapt(np.array(x_train))
print("mean of the scaled first column:", normalizer(np.array(x_train))[:, 0].numpy().mean())

model = keras.Sequential([
    keras.Input(shape=(8,)),
    normalizer,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
])
model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.005), loss="mean_absolute_error")
model.summary()
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=80, verbose=0)
