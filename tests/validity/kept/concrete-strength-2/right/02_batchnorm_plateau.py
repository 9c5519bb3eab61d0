# RIGHT: batch norm as first layer does the standardising, separate Activation layers, ReduceLROnPlateau lowers the learning rate
inputs = keras.Input(shape=(8,), name="mixture")
x = layers.BatchNormalization(momentum=0.9, center=False, scale=False)(inputs)
for n in (128, 64):
    x = layers.Dense(n, kernel_initializer="he_normal")(x)
    x = layers.Activation("relu")(x)
outputs = layers.Dense(1, name="strength")(x)
model = keras.Model(inputs, outputs, name="concrete")
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
reduce = keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=8, min_lr=5e-4)
history = model.fit(x_train, y_train, batch_size=32, epochs=80,
                    validation_data=(x_valid, y_valid), callbacks=[reduce], verbose=0)
print(history.history["val_mae"][-1])
