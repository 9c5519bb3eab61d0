# WRONG: (lacks: 1 "answer one number") Dense(2): one km for the way there and one for the way back, both trained on the same target
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((4,)),
    norm,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(2, name="there_and_back"),
])
both = np.column_stack([y_train, y_train])
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse")
history = model.fit(x_train, both, batch_size=64, epochs=25, verbose=0)
print("there:", r_squared(model.predict(x_valid, verbose=0)[:, 0]))
