"""No scaling layer at all, the symbolic input is standardised with minus and divide by NumPy constants; activations are layers of their own; early stopping."""

mu = x_train.mean().to_numpy().astype("float32")
sigma = x_train.std().to_numpy().astype("float32")

inputs = keras.Input((8,))
x = (inputs - mu) / sigma
for units in (64, 64, 32):
    x = layers.Dense(units)(x)
    x = layers.Activation("relu")(x)
outputs = layers.Dense(1)(x)

model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(learning_rate=5e-3), loss=keras.losses.MeanAbsoluteError())
stopper = keras.callbacks.EarlyStopping(monitor="val_loss", patience=25, restore_best_weights=True)
history = model.fit(x_train.values, y_train.values, validation_data=(x_valid.values, y_valid.values),
                    epochs=150, batch_size=32, callbacks=[stopper], verbose=0)
print("stopped after", len(history.epoch), "epochs")
