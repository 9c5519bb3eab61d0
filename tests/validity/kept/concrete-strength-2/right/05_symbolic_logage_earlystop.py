# RIGHT: operators and keras.ops on symbolic tensors, log of the age as a ninth feature computed inside the model, EarlyStopping
mu = x_train.mean().to_numpy("float32")
sd = x_train.std().to_numpy("float32")
log_age = np.log1p(x_train["age"].to_numpy())

inp = keras.Input((8,))
z = (inp - mu) / sd
age = inp[:, 7:8]
la = (keras.ops.log(age + 1.0) - float(log_age.mean())) / float(log_age.std())
h = keras.ops.concatenate([z, la], axis=-1)
h = keras.ops.relu(layers.Dense(64)(h))
h = keras.ops.relu(layers.Dense(64)(h))
model = keras.Model(inp, layers.Dense(1)(h))

model.compile(optimizer=keras.optimizers.RMSprop(0.003), loss="mae")
stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=25, restore_best_weights=True)
history = model.fit(x_train, y_train, epochs=120, batch_size=32,
                    validation_data=(x_valid, y_valid), callbacks=[stop], verbose=0)
print(len(history.epoch), "epochs, best", min(history.history["val_loss"]))
