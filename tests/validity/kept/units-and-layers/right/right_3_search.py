# RIGHT: a loop over shapes within the budget, each trained briefly and compared on the validation rows, the best one trained on with a falling rate.
SHAPES = [
    ((16, 14), "relu"),
    ((10, 10, 10), "relu"),
    ((11, 11, 11), "swish"),
    ((8, 8, 8, 8), "relu"),
]


def make(units, activation):
    net = keras.Sequential([keras.Input((2,)), layers.Normalization()], name="x".join(map(str, units)))
    net.layers[0].adapt(x_train.to_numpy())
    for n in units:
        net.add(layers.Dense(n, activation, kernel_initializer="he_uniform"))
    net.add(layers.Dense(1, "linear"))
    assert net.count_params() <= 400
    return net


tried = []
for units, activation in SHAPES:
    keras.utils.set_random_seed(11)
    candidate = make(units, activation)
    candidate.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    short = candidate.fit(
        x_train, y_train, validation_data=(x_valid, y_valid), epochs=35, batch_size=32, verbose=0
    )
    tried.append((min(short.history["val_loss"][-5:]), units, activation, candidate))

best_loss, units, activation, model = min(tried, key=lambda one: one[0])
steps = 150 * int(np.ceil(len(x_train) / 32))
model.compile(
    optimizer=keras.optimizers.Adam(keras.optimizers.schedules.PolynomialDecay(0.008, steps, end_learning_rate=1e-4)),
    loss="mse",
)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=150, batch_size=32, verbose=0
)
