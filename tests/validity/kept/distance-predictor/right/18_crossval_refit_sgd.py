# RIGHT: scikit-learn habits: three-fold cross-validation by hand chooses the momentum-SGD rate, then a refit on all rows (train and valid kept apart), Lambda layer standardises
mean_ = tuple(x_train.mean())
std_ = tuple(x_train.std())


def make(rate):
    keras.utils.set_random_seed(7)
    m = keras.Sequential([
        keras.Input((4,)),
        layers.Lambda(lambda t: (t - keras.ops.convert_to_tensor(mean_, "float32"))
                      / keras.ops.convert_to_tensor(std_, "float32"), output_shape=(4,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(64, activation="relu"),
        layers.Dense(1),
    ])
    m.compile(optimizer=keras.optimizers.SGD(rate, momentum=0.9, nesterov=True, clipnorm=5.0), loss="mse")
    return m


X, y = x_train.to_numpy(), y_train.to_numpy()
folds = np.array_split(np.random.default_rng(0).permutation(len(X)), 3)
scores = {}
for rate in (0.001, 0.0001):
    errs = []
    for k in range(3):
        tr = np.concatenate([folds[j] for j in range(3) if j != k])
        m = make(rate)
        m.fit(X[tr], y[tr], epochs=5, batch_size=64, verbose=0)
        errs.append(m.evaluate(X[folds[k]], y[folds[k]], verbose=0))
    scores[rate] = np.mean(errs)
print(scores)
best_rate = min(scores, key=scores.get)


def halve(epoch, lr):
    return lr * 0.5 if epoch in (20, 26) else lr


model = make(best_rate)
history = model.fit(X, y, epochs=32, batch_size=64, verbose=0,
                    callbacks=[keras.callbacks.LearningRateScheduler(halve)])
