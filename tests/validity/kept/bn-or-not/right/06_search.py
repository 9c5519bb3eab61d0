# RIGHT: a small search over learning rate and activation, each candidate trained by its own fit, the best one kept
def make(units, act):
    return keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(units, activation=act),
        layers.Dense(10, activation="softmax"),
    ])

results = {}
best_acc = 0
for lr in (0.01, 0.02):
    for act in ("relu", "gelu"):
        candidate = make(128, act)
        candidate.compile(keras.optimizers.Adam(lr), "sparse_categorical_crossentropy", metrics=["accuracy"])
        h = candidate.fit(x_train, y_train, epochs=6, batch_size=1120, verbose=0,
                          validation_data=(x_valid, y_valid))
        acc25 = h.history["val_accuracy"][4]      # 5 epochs * 5 steps
        results[lr, act] = acc25
        if acc25 > best_acc:
            best_acc = acc25
            model, history = candidate, h
        del candidate
for k, v in sorted(results.items(), key=lambda kv: -kv[1]):
    print(k, round(v, 4))
