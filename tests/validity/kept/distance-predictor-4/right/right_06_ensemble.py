# RIGHT: three networks with different activations trained one after the other and averaged; history is a list
X, XV = x_train.to_numpy(), x_valid.to_numpy()
norm = layers.Normalization()
norm.adapt(X)


def net(activation):
    n = keras.Sequential([keras.Input((4,)), norm], name=f"net_{activation}")
    for units in (80, 80):
        n.add(layers.Dense(units, activation=activation))
    n.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))))
    n.compile(optimizer=keras.optimizers.Adam(5e-3), loss="mse")
    return n


halve = lambda epoch, rate: rate * (0.5 if epoch and epoch % 15 == 0 else 1.0)
parts, history = [], []
for activation in ("relu", "gelu", "tanh"):
    n = net(activation)
    history.append(n.fit(X, y_train, validation_data=(XV, y_valid), batch_size=32, epochs=75, verbose=0,
                         callbacks=[keras.callbacks.LearningRateScheduler(halve)]))
    parts.append(n)

point_pair = keras.Input((4,))
model = keras.Model(point_pair, layers.average([n(point_pair) for n in parts]))
model.compile(loss="mse")
