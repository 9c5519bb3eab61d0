# WRONG: (lacks 1: one number, the probability) PyTorch habit: trains on logits and hands in the logit model without a sigmoid
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
net_in = keras.Input((5,))
h = norm(net_in)
h = layers.Dense(64, activation="relu")(h)
h = layers.Dense(64, activation="relu")(h)
net_out = layers.Dense(1)(h)
model = keras.Model(net_in, net_out)
criterion = keras.losses.BinaryCrossentropy(from_logits=True)   # BCEWithLogitsLoss
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss=criterion)
history = model.fit(x_train, y_train, epochs=30, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
print(average_precision(keras.ops.sigmoid(model.predict(x_valid, verbose=0)), y_valid))
