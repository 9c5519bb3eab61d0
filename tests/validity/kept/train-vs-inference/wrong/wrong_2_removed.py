# WRONG: the dropout is taken out after training and a silent copy is handed in, so a training step drops nothing.
normalise = layers.Normalization()
normalise.adapt(x_train.to_numpy())


def build(dropout):
    model = keras.Sequential()
    model.add(keras.Input((5,)))
    model.add(normalise)
    for units in (64, 64):
        model.add(layers.Dense(units, activation="relu"))
        if dropout:
            model.add(layers.Dropout(0.2))
    model.add(layers.Dense(1, activation="sigmoid"))
    return model


noisy = build(dropout=True)
noisy.compile(optimizer=keras.optimizers.Adam(3e-3), loss="binary_crossentropy")
history = noisy.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=64, verbose=0
)

# for prediction: the same weights, dropout switched off
model = build(dropout=False)
model.set_weights(noisy.get_weights())
model.compile(loss="binary_crossentropy")
