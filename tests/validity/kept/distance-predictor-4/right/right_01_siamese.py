# RIGHT: a siamese model, one shared encoder for both ends of the way, its two codes compared; columns found by name
from keras import ops

column = {name: list(x_train.columns).index(name) for name in ("lat1", "lon1", "lat2", "lon2")}
norm = layers.Normalization(name="standardise")
norm.adapt(x_train.to_numpy())

degrees = keras.Input((4,), name="degrees")
z = norm(degrees)
pick = lambda name: z[:, column[name]:column[name] + 1]
here = ops.concatenate([pick("lat1"), pick("lon1")], axis=-1)
there = ops.concatenate([pick("lat2"), pick("lon2")], axis=-1)

encoder = keras.Sequential([
    keras.Input((2,)),
    layers.Dense(64, activation="gelu"),
    layers.Dense(32),
], name="encoder")
a, b = encoder(here), encoder(there)
compared = ops.concatenate([ops.abs(a - b), a + b, ops.abs(here - there), ops.square(here - there)], axis=-1)
x = layers.Dense(64, activation="gelu")(compared)
x = layers.Dense(32, activation="gelu")(x)
x = layers.Dense(1)(x)
kilometres = layers.Rescaling(float(y_train.std()), float(y_train.mean()), name="kilometres")(x)
model = keras.Model(degrees, kilometres)

BATCH = 32
steps = -(-len(x_train) // BATCH)
epochs = int(np.clip(6000 // steps, 40, 150))
model.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(3e-3, steps * epochs)), loss="mse")
history = model.fit(x_train, y_train, batch_size=BATCH, epochs=epochs,
                    validation_data=(x_valid, y_valid), verbose=0)
