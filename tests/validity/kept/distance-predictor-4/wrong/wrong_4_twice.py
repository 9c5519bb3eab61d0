# WRONG: the rows are standardised by pandas and the Normalization inside was adapted to those, so it does nothing: raw degrees come out raw
mean, std = x_train.mean(), x_train.std()
x_train_s, x_valid_s = (x_train - mean) / std, (x_valid - mean) / std

norm = layers.Normalization()
norm.adapt(x_train_s.to_numpy())  # "inside the model"
model = keras.Sequential([
    keras.Input((4,)),
    norm,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="mse")
history = model.fit(x_train_s, y_train, batch_size=32, epochs=100,
                    validation_data=(x_valid_s, y_valid), verbose=0)
print(f"R²: {r_squared(model.predict(x_valid_s, verbose=0)):.3f}")
