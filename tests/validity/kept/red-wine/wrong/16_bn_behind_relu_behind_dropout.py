# WRONG: (lacks: 4, "keep batch norm away from values that dropout has just disturbed") Dense, Dropout, relu, batch norm: only the activation lies between dropout and batch norm
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input(shape=(11,)), norm])
for units in (64, 64):
    model.add(layers.Dense(units))
    model.add(layers.Dropout(0.15))
    model.add(layers.Activation("relu"))
    model.add(layers.BatchNormalization())
model.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6)))
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=32, verbose=0)
