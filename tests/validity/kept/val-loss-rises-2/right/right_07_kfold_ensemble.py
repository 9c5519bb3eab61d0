# RIGHT: four different members, each trained on another three quarters of the training pictures, wrapped in one model that averages their probabilities.
from sklearn.model_selection import StratifiedKFold


def member(activation: str, kernel: int, width: int, number: int) -> keras.Model:
    start = "lecun_normal" if activation == "selu" else "he_uniform"
    drop = layers.AlphaDropout if activation == "selu" else layers.Dropout
    inp = keras.Input((14, 14, 1))
    x = layers.RandomTranslation(0.08, 0.08, fill_mode="nearest")(inp)
    x = layers.RandomRotation(0.03, fill_mode="nearest")(x)
    x = layers.Conv2D(width, kernel, padding="same", activation=activation, kernel_initializer=start)(x)
    x = layers.MaxPooling2D()(x)
    x = layers.Conv2D(2 * width, 3, padding="same", activation=activation, kernel_initializer=start)(x)
    x = layers.MaxPooling2D()(x)
    x = layers.Flatten()(x)
    x = layers.Dense(64, activation=activation, kernel_initializer=start)(x)
    x = drop(0.3)(x)
    out = layers.Dense(10, activation="softmax")(x)
    return keras.Model(inp, out, name=f"member_{number}_{activation}")


kinds = [("relu", 3, 32), ("selu", 3, 24), ("relu", 5, 24), ("elu", 3, 32)]
folds = StratifiedKFold(n_splits=len(kinds), shuffle=True)
members, history = [], []
for number, ((rows, _), kind) in enumerate(zip(folds.split(x_train, y_train), kinds)):
    net = member(*kind, number)
    net.compile(optimizer=keras.optimizers.Adam(1.5e-3),
                loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history.append(
        net.fit(x_train[rows], y_train[rows], batch_size=15, epochs=45,
                validation_data=(x_valid, y_valid), verbose=0)
    )
    members.append(net)

picture = keras.Input((14, 14, 1), name="picture")
model = keras.Model(picture, layers.Average()([net(picture) for net in members]), name="committee")
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
print(dict(zip(model.metrics_names, model.evaluate(x_valid, y_valid, verbose=0))))
