# RIGHT: residual blocks with a little dropout, Adam with gradient clipping and EMA weights (swapped in at the end by the callback)
def block(x, units=64):
    h = layers.Dense(units, activation="relu")(x)
    h = layers.Dropout(0.02)(h)
    h = layers.Dense(units)(h)
    return layers.ReLU()(layers.add([x, h]))


standardiser = layers.Normalization(name="z")
standardiser.adapt(x_train.to_numpy())
i = keras.Input((4,))
x = standardiser(i)
x = layers.Dense(64, activation="relu")(x)
x = block(x)
x = block(x)
o = layers.Dense(1)(x)
model = keras.Model(i, o, name="resnet_for_roads")
optimizer = keras.optimizers.Adam(2e-3, clipnorm=50.0, use_ema=True, ema_momentum=0.98)
model.compile(optimizer=optimizer, loss="mse")
history = model.fit(x_train, y_train, epochs=25, batch_size=64, verbose=0,
                    callbacks=[keras.callbacks.SwapEMAWeights(), keras.callbacks.TerminateOnNaN()])
