# WRONG: (lacks 3: drop units) GaussianDropout multiplies the units by noise, it never drops one
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([keras.Input((11,)), norm])
for units in (64, 64):
    model.add(layers.Dense(units, activation="relu"))
    model.add(layers.GaussianDropout(0.2))
model.add(layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6)))
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=32, verbose=0)
