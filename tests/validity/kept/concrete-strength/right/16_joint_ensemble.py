# RIGHT: one model that averages three small two-layer networks behind one shared scaler, all trained together
scale = layers.Normalization()
scale.adapt(x_train.to_numpy())
start = keras.initializers.Constant(float(y_train.median()))


def member(x, n):
    for k in range(2):
        x = layers.Dense(48, activation="relu", name=f"member{n}_hidden{k}")(x)
        x = layers.Dropout(0.05)(x)
    return layers.Dense(1, bias_initializer=start, name=f"member{n}_out")(x)


inputs = keras.Input((8,))
z = scale(inputs)
votes = [member(z, n) for n in range(3)]
model = keras.Model(inputs, layers.Average()(votes))
model.compile(optimizer=keras.optimizers.Adamax(0.02), loss="mae")
history = model.fit(x_train, y_train, batch_size=32, epochs=70, validation_data=(x_valid, y_valid), verbose=0)
