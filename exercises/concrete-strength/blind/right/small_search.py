"""A small loop over widths and learning rates on part of the rows, keeps the best model together with its own history."""

best_score, model, history = np.inf, None, None
results = []
for width in (32, 64):
    for lr in (0.003, 0.01):
        keras.backend.clear_session()
        keras.utils.set_random_seed(7)
        norm = layers.Normalization()
        norm.adapt(x_train.to_numpy())
        candidate = keras.Sequential([keras.Input((8,)), norm,
                                      layers.Dense(width, activation="relu"),
                                      layers.Dense(width, activation="relu"),
                                      layers.Dense(1)])
        candidate.compile(optimizer=keras.optimizers.Adam(lr), loss="mae")
        h = candidate.fit(x_train, y_train, epochs=50, batch_size=32, verbose=0,
                          validation_data=(x_valid, y_valid))
        score = h.history["val_loss"][-1]
        results.append((width, lr, score))
        if score < best_score:
            best_score, model, history = score, candidate, h
print(pd.DataFrame(results, columns=["width", "lr", "val mae"]))
