# WRONG: (lacks: 4, store what it meets) ResNet-v2-like blocks BN-ReLU-Dense-Dropout: each block ends with dropout, so the next block's batch norm comes right behind it
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())


def preact_block(x, units, rate=0.3):
    x = layers.BatchNormalization()(x)
    x = layers.Activation("relu")(x)
    x = layers.Dense(units)(x)
    x = layers.Dropout(rate)(x)
    return x


inputs = keras.Input((5,))
x = layers.Dense(64)(norm(inputs))
x = layers.Dropout(0.3)(x)
x = preact_block(x, 64)
x = preact_block(x, 64)
x = layers.BatchNormalization()(x)
x = layers.Activation("relu")(x)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="binary_crossentropy")
history = model.fit(x_train, y_train, batch_size=64, epochs=40, validation_data=(x_valid, y_valid), verbose=0)
