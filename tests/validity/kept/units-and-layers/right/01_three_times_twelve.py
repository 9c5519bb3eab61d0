# RIGHT: plain Sequential of three equal layers built in a loop (361 numbers), with ReduceLROnPlateau and best weights restored
n_units = 12
model = keras.Sequential([keras.Input((2,))])
for k in range(3):
    model.add(layers.Dense(n_units, activation="relu", kernel_initializer="he_normal", name=f"fold_{k}"))
model.add(layers.Dense(1))
assert model.count_params() <= 400, model.count_params()

model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=200, batch_size=32, verbose=0,
    callbacks=[
        keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=10, min_lr=1e-4),
        keras.callbacks.EarlyStopping(monitor="val_loss", patience=50, restore_best_weights=True),
    ],
)
