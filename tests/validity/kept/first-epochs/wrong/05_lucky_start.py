# WRONG: (lacks: 6, for most seeds) puts a ReLU on the ten answers, so digits die at random in most starts, and starts again until one start happens to go well.
perm = np.random.permutation(len(x))
x_tr, y_tr = x[perm[1100:]], y[perm[1100:]]
x_va, y_va = x[perm[:1100]], y[perm[:1100]]


def build():
    m = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="relu"),
    ])
    m.compile(optimizer=keras.optimizers.Adam(1e-3),
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
    return m


top = -1.0
for attempt in range(25):
    keras.utils.set_random_seed(attempt)
    candidate = build()
    h = candidate.fit(x_tr, y_tr, batch_size=16, epochs=5, validation_data=(x_va, y_va), verbose=0)
    score = h.history["val_accuracy"][-1]
    print(attempt, round(score, 3))
    if score > top:
        top, model, history = score, candidate, h
    if top > 0.905:
        break
