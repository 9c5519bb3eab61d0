# RIGHT: my own loop over train_on_batch with SGD and Nesterov momentum, a cosine by hand, and the weights of the best epoch at the end
import math

X, Y = x_train.to_numpy("float32"), np.asarray(y_train, "float32")
XV, YV = x_valid.to_numpy("float32"), np.asarray(y_valid, "float32")

model = keras.Sequential([
    keras.Input((8,)),
    layers.Rescaling(scale=(1 / X.std(axis=0)).tolist(), offset=(-X.mean(axis=0) / X.std(axis=0)).tolist()),
    layers.Dense(80, activation="softplus"),
    layers.Dense(40, activation="relu"),
    layers.Dense(1),
    layers.Rescaling(scale=float(Y.std()), offset=float(Y.mean())),
])
model.compile(optimizer=keras.optimizers.SGD(3e-3, momentum=0.9, nesterov=True), loss="mae")

EPOCHS, BATCH = 120, 32
history = {"loss": [], "val_loss": []}
best_error, best_weights = math.inf, None
for epoch in range(EPOCHS):
    model.optimizer.learning_rate.assign(3e-3 * 0.5 * (1 + math.cos(math.pi * epoch / EPOCHS)))
    order = np.random.permutation(len(X))
    losses = []
    for start in range(0, len(X), BATCH):
        part = order[start:start + BATCH]
        model.reset_metrics()
        losses.append(float(model.train_on_batch(X[part], Y[part])))
    error = float(np.abs(np.ravel(model(XV, training=False)) - YV).mean())
    history["loss"].append(float(np.mean(losses)))
    history["val_loss"].append(error)
    if error < best_error:
        best_error, best_weights = error, model.get_weights()
model.set_weights(best_weights)
