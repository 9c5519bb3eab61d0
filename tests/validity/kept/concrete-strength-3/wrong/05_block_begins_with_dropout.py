# WRONG: (lacks 4: no dropout before the first dense layer) the block is dropout, dense, activation, so the first one drops measurements
def hidden(units, rate=0.05):
    return keras.Sequential([
        layers.Dropout(rate),
        layers.Dense(units),
        layers.Activation("relu"),
    ])


norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inputs = keras.Input((8,))
features = norm(inputs)
features = hidden(96)(features)
features = hidden(96)(features)
outputs = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean())))(features)
model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=80, batch_size=32, verbose=0)
