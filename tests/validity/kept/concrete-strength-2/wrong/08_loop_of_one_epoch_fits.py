# WRONG: (lacks: 5, the recipe trained again from scratch is one epoch) fits one epoch at a time in a loop and keeps only the last history
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((8,)), norm,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mae")
errors = []
for epoch in range(60):
    history = model.fit(x_train, y_train, batch_size=32, epochs=1, verbose=0)
    errors.append(mean_absolute_error(model.predict(x_valid, verbose=0), y_valid))
print(errors[::10])
