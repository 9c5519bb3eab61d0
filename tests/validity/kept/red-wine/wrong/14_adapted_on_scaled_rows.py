# WRONG: (lacks: 2, "so whoever uses it can pass raw rows") scales the frames first and adapts Normalization on the scaled rows: the layer is there, but changes nothing and raw rows are misread
mu, sigma = x_train.mean(), x_train.std(ddof=0)
x_train = (x_train - mu) / sigma
x_valid = (x_valid - mu) / sigma

normalizer = layers.Normalization()
normalizer.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input(shape=(11,)),
    normalizer,
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.2),
    layers.Dense(64, activation="relu"),
    layers.Dropout(0.2),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6)),
])
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=32, verbose=0)
