# WRONG: (lacks 3: two hidden layers with an activation) to be rid of the asker's sigmoid the student makes a layer linear, but hits the second hidden one
n = layers.Normalization()
n.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((4,)),
    n,
    layers.Dense(100, activation="relu"),
    layers.Dense(100, activation="relu"),
    layers.Dense(1),
    layers.Rescaling(float(np.std(y_train)), float(np.mean(y_train))),
])
# make sure that nothing bounds the head
model.layers[-3].activation = keras.activations.linear
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="mse")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=60, batch_size=64, verbose=0)
