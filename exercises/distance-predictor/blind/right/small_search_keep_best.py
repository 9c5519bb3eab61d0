"""A small loop over width and learning rate keeps the best candidate by validation loss; a fresh, adapted model of that shape gets its weights and is trained on."""

def build(width):
    n = layers.Normalization()
    n.adapt(x_train.to_numpy())
    return keras.Sequential([
        keras.Input((4,)), n,
        layers.Dense(width, activation="relu"),
        layers.Dense(width, activation="relu"),
        layers.Dense(1),
    ])


best, best_width, best_loss, table = None, None, np.inf, []
for width in (32, 100):
    for rate in (0.0003, 0.003):
        candidate = build(width)
        candidate.compile(keras.optimizers.Adam(rate), "mse")
        h = candidate.fit(x_train, y_train, epochs=6, batch_size=64, verbose=0, validation_data=(x_valid, y_valid))
        score = min(h.history["val_loss"])
        table.append((width, rate, score))
        if score < best_loss:
            best, best_width, best_loss = candidate, width, score
print(pd.DataFrame(table, columns=["width", "rate", "val_loss"]))

model = build(best_width)
model.set_weights(best.get_weights())
model.compile(keras.optimizers.Adam(0.001), "mse")
history = model.fit(x_train, y_train, epochs=15, batch_size=64, verbose=0, validation_data=(x_valid, y_valid))
del candidate, best
