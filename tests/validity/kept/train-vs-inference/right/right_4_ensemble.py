# RIGHT: three members with Dropout after each hidden layer, each trained on two of three folds, averaged in one functional model behind one Normalization.
from sklearn.model_selection import StratifiedKFold

rows, leaks = x_train.to_numpy().astype("float32"), np.asarray(y_train).astype("float32")
mean, variance = rows.mean(axis=0), rows.var(axis=0)
scaled = (rows - mean) / np.sqrt(variance)


def member(activation: str, units: int, rate: float, name: str) -> keras.Model:
    net = keras.Sequential(
        [
            keras.Input((5,)),
            layers.Dense(units, activation=activation),
            layers.Dropout(rate),
            layers.Dense(units, activation=activation),
            layers.Dropout(rate),
            layers.Dense(1, activation="sigmoid"),
        ],
        name=name,
    )
    net.compile(optimizer=keras.optimizers.Adam(3e-3), loss="binary_crossentropy")
    return net


members = [member("relu", 64, 0.2, "a"), member("swish", 64, 0.15, "b"), member("elu", 96, 0.2, "c")]
folds = StratifiedKFold(n_splits=3, shuffle=True, random_state=0).split(scaled, leaks)
curves = []
for net, (inside, outside) in zip(members, folds):
    history = net.fit(
        scaled[inside], leaks[inside], validation_data=(scaled[outside], leaks[outside]),
        epochs=40, batch_size=64, verbose=0,
    )
    curves.append(history.history)
history.history = {key: np.mean([curve[key] for curve in curves], axis=0).tolist() for key in curves[0]}

readings = keras.Input((5,), name="readings")
standard = layers.Normalization(mean=mean, variance=variance)(readings)
model = keras.Model(readings, layers.Average()([net(standard) for net in members]), name="three_heads")
model.compile(loss="binary_crossentropy", metrics=[keras.metrics.AUC(curve="PR")])
