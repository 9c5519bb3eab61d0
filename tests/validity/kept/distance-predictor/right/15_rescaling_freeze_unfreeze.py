# RIGHT: no Normalization: a Rescaling with one scale and offset per column standardises; the pairs are doubled by swapping the points; the body is frozen for a while and unfrozen again
s = x_train.std().to_numpy()
m = x_train.mean().to_numpy()

body = keras.Sequential([
    keras.Input((4,)),
    layers.Rescaling(scale=(1 / s).tolist(), offset=(-m / s).tolist()),
    layers.Dense(80, activation="relu"),
    layers.Dense(80, activation="relu"),
], name="body")
model = keras.Sequential([keras.Input((4,)), body, layers.Dense(1, name="head")])

# the way from B to A is about as long as from A to B
swapped = x_train[["lat2", "lon2", "lat1", "lon1"]].to_numpy()
X2 = np.vstack([x_train.to_numpy(), swapped])
Y2 = np.concatenate([y_train, y_train])

model.compile(keras.optimizers.Adam(3e-3), "mse")
model.fit(X2, Y2, batch_size=128, epochs=20, verbose=0)
body.trainable = False
model.compile(keras.optimizers.Adam(1e-3), "mse")
model.fit(X2, Y2, batch_size=128, epochs=2, verbose=0)
body.trainable = True
model.compile(keras.optimizers.Adam(5e-4), "mse")
history = model.fit(X2, Y2, batch_size=128, epochs=8, verbose=0)
