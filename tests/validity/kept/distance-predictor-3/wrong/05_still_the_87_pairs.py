# WRONG: (lacks 5: R2 at least .96 on unseen pairs) everything is repaired, but it is still trained on the asker's 87 pairs
x_few, y_few = x_train[:87], y_train[:87]
n = layers.Normalization()
n.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((4,)),
    n,
    layers.Dense(100, activation="relu"),
    layers.Dense(100, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
history = model.fit(x_few, y_few, validation_data=(x_valid, y_valid), epochs=150, batch_size=16, verbose=0)
