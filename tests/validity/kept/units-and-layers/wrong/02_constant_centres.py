# WRONG: (lacks: 3, any other table of numbers counts) RBF features round 100 training places kept as a NumPy constant: 307 weights and 200 more numbers in the table
rng = np.random.default_rng(0)
centres = x_train.to_numpy()[rng.choice(len(x_train), 100, replace=False)].astype("float32")

inputs = keras.Input((2,))
diff = keras.ops.expand_dims(inputs, 1) - centres[None]
features = keras.ops.exp(-keras.ops.sum(diff**2, axis=-1) / (2 * 0.2**2))
hidden = layers.Dense(3, activation="leaky_relu")(features)
outputs = layers.Dense(1)(hidden)
model = keras.Model(inputs, outputs)
print(model.count_params())
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
history = model.fit(x_train, y_train, epochs=120, batch_size=32, validation_data=(x_valid, y_valid), verbose=0,
                    callbacks=[keras.callbacks.ReduceLROnPlateau(patience=8)])
