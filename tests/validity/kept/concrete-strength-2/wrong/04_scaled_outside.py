# WRONG: (lacks: 1 and 2, raw measurements, standardise inside the model) scales the data frames first and overwrites them, so the model needs scaled input
mu, sigma = x_train.mean(), x_train.std()
x_train = (x_train - mu) / sigma
x_valid = (x_valid - mu) / sigma
print(x_train.describe().round(2))

model = keras.Sequential([
    layers.Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=60, verbose=0)
