# WRONG: the hidden layers have no activation, so with all its dropout the network is only a straight line
model = keras.Sequential()
model.add(keras.Input((11,)))
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model.add(norm)
for units in [64, 32]:
    model.add(layers.Dense(units, activation="linear", kernel_initializer="he_normal"))
    model.add(layers.Dropout(0.2))
model.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))))
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="mae")
history = model.fit(x_train, y_train, batch_size=32, epochs=40, verbose=0,
                    validation_data=(x_valid, y_valid))
