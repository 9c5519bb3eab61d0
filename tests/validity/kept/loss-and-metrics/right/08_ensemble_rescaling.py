# RIGHT: three members trained one by one in a loop, with a Rescaling layer made from mean and std, averaged in a nested model
m, s = x_train.mean().to_list(), x_train.std().to_list()

def member(seed, units, act):
    keras.utils.set_random_seed(seed)
    net = keras.Sequential([
        keras.Input((5,)),
        layers.Rescaling(scale=[1 / b for b in s], offset=[-a / b for a, b in zip(m, s)]),
        layers.Dense(units, act, kernel_regularizer=keras.regularizers.L2(1e-6)),
        layers.Dense(units, act),
        layers.Dense(1, "sigmoid"),
    ], name=f"member_{seed}")
    net.compile(keras.optimizers.Adam(3e-3, use_ema=True, ema_momentum=0.995), "binary_crossentropy")
    h = net.fit(x_train, y_train, epochs=20, batch_size=128, verbose=0, validation_data=(x_valid, y_valid))
    return net, h

members, histories = zip(*[member(i, u, a) for i, u, a in [(1, 64, "relu"), (2, 48, "tanh"), (3, 64, "swish")]])
pipe = keras.Input((5,))
model = keras.Model(pipe, layers.Average()([net(pipe) for net in members]))
model.compile("adam", "binary_crossentropy", metrics=[keras.metrics.AUC(curve="PR")])
history = histories[-1]
