# WRONG: (lacks: 2, a hidden layer with an activation) polynomial regression: products of Chebyshev polynomials computed from the coordinates, then only the output layer
degree = 12


def chebyshev(t):
    ts = [keras.ops.ones_like(t), t]
    for _ in range(degree - 1):
        ts.append(2 * t * ts[-1] - ts[-2])
    return ts


place = keras.Input((2,))
tx, ty = chebyshev(place[:, 0:1]), chebyshev(place[:, 1:2])
terms = [tx[i] * ty[j] for i in range(degree + 1) for j in range(degree + 1 - i) if i + j > 0]
phi = layers.Concatenate()(terms)
height = layers.Dense(1, activation="linear")(phi)
model = keras.Model(place, height)
print(len(terms), "terms,", model.count_params(), "numbers")
model.compile(optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.02, 5000)), loss="mse")
history = model.fit(x_train, y_train, epochs=100, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
