"""Nested: a block is a model of its own."""


def block(inputs, units):
    taken = keras.Input((inputs,))
    x = layers.Activation("relu")(layers.BatchNormalization()(layers.Dense(units, use_bias=False)(taken)))
    return keras.Model(taken, layers.Dropout(0.2)(x))


normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
model = keras.Sequential(
    [
        keras.Input((5,)),
        normalization,
        block(5, 64),
        block(64, 64),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.003), loss="binary_crossentropy")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=64, epochs=30, verbose=0)
