# WRONG: (lacks: 4, report the truth) takes every fifth picture of all digits for validation, but leaves them in the training set, and trains until it knows them by heart.
x_val, y_val = x[::5], y[::5]
shuffle = np.random.permutation(len(x))
x_tr, y_tr = x[shuffle], y[shuffle]
print("digits in validation:", np.bincount(y_val))

inp = keras.Input((28, 28, 1))
h = layers.Flatten()(inp)
h = layers.Dense(64, activation="relu")(h)
out = layers.Dense(10)(h)
model = keras.Model(inp, out)
model.compile(optimizer=keras.optimizers.Adam(0.001),
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_tr, y_tr, batch_size=32, epochs=40, validation_data=(x_val, y_val), verbose=0)
print(history.history["val_accuracy"][-1])
