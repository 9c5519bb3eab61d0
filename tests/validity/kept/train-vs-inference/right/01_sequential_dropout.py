# RIGHT: plain Sequential with Normalization and a Dropout of 10 % behind both hidden layers, fitted twice with a smaller learning rate
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((5,)),
    norm,
    layers.Dense(128, activation="relu"),
    layers.Dropout(0.12),
    layers.Dense(128, activation="relu"),
    layers.Dropout(0.12),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="binary_crossentropy", metrics=[keras.metrics.AUC(curve="PR")])
model.fit(x_train, y_train, epochs=20, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
model.compile(optimizer=keras.optimizers.Adam(3e-4), loss="binary_crossentropy", metrics=[keras.metrics.AUC(curve="PR")])
history = model.fit(x_train, y_train, epochs=10, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
