# RIGHT: random search over depth, width, rate and activation on the validation rows, winner trained again with a checkpoint that is loaded back
import os
import random
import tempfile

X, Y = x_train.to_numpy("float32"), np.asarray(y_train, "float32")
XV, YV = x_valid.to_numpy("float32"), np.asarray(y_valid, "float32")


def build(depth: int, width: int, rate: float, activation: str) -> keras.Sequential:
    scale = layers.Normalization()
    scale.adapt(X)
    net = keras.Sequential([layers.Input((4,)), scale])
    for _ in range(depth):
        net.add(layers.Dense(width, activation=activation))
    net.add(layers.Dense(1))
    net.compile(loss="mse", optimizer=keras.optimizers.RMSprop(learning_rate=rate, momentum=0.5))
    return net


tried = {}
for _ in range(5):
    choice = (random.choice([2, 3]), random.choice([32, 64, 96]), random.choice([1e-3, 2e-3]),
              random.choice(["relu", "elu", "silu"]))
    if choice not in tried:
        net = build(*choice)
        net.fit(X, Y, batch_size=32, epochs=20, verbose=0)
        tried[choice] = net.evaluate(XV, YV, verbose=0)
winner = min(tried, key=tried.get)
print(f"best of {len(tried)}: {winner}")

path = os.path.join(tempfile.gettempdir(), f"distance_{os.getpid()}.keras")
net = build(*winner)
history = net.fit(
    X, Y, validation_data=(XV, YV), batch_size=32, epochs=110, verbose=0,
    callbacks=[
        keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.4, patience=7, min_lr=2e-5),
        keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True),
    ],
)
model = keras.models.load_model(path)
