"""Clones the best candidate without copying its trained weights, sets only the Normalization, then fits one short epoch.

Caught by: r-squared
"""

def build(width):
    n = layers.Normalization(name="norm")
    n.adapt(x_train.to_numpy())
    return keras.Sequential([keras.Input((4,)), n,
                             layers.Dense(width, activation="relu"),
                             layers.Dense(width, activation="relu"),
                             layers.Dense(1)])


best, best_r2 = None, -np.inf
for width in (32, 64):
    cand = build(width)
    cand.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse")
    cand.fit(x_train, y_train, epochs=15, batch_size=64, verbose=0)
    r2 = r_squared(cand.predict(x_valid, verbose=0))
    print(width, r2)
    if r2 > best_r2:
        best, best_r2 = cand, r2

model = keras.models.clone_model(best)
model.get_layer("norm").adapt(x_train.to_numpy())
model.compile(optimizer=keras.optimizers.Adam(0.001), loss="mse")
history = model.fit(x_train, y_train, epochs=1, batch_size=64, verbose=0)
print("best R2", best_r2)
