# WRONG: the readings are standardised in the notebook and not inside the model, so raw rows get nonsense.
mean, std = x_train.mean(), x_train.std()
x_train = (x_train - mean) / std
x_valid = (x_valid - mean) / std

inputs = keras.Input((5,))
x = layers.Dense(48, activation="swish")(inputs)
x = layers.Dense(48, activation="swish")(x)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)

model.compile(
    optimizer=keras.optimizers.Nadam(3e-3),
    loss="binary_crossentropy",
    metrics=[keras.metrics.AUC(curve="PR", name="pr_auc")],
)
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=80, batch_size=64, verbose=0,
    callbacks=[keras.callbacks.EarlyStopping(patience=15, restore_best_weights=True)],
)
