# WRONG: (lacks 1: one number, the probability) trained with from_logits=True, the answer is a logit
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((5,)), norm,
    layers.Dense(128, activation="relu"), layers.Dropout(0.1),
    layers.Dense(64, activation="relu"), layers.Dropout(0.1),
    layers.Dense(1),
])
model.compile(keras.optimizers.Adam(2e-3), keras.losses.BinaryCrossentropy(from_logits=True))
history = model.fit(x_train, y_train, epochs=30, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
