# WRONG: only one BatchNorm stands behind weights; the other one is on the raw readings, and the second hidden layer has none.
inputs = keras.Input((5,))
x = layers.BatchNormalization()(inputs)
x = layers.Dense(64)(x)
x = layers.BatchNormalization()(x)
x = layers.Activation("relu")(x)
x = layers.Dropout(0.2)(x)
x = layers.Dense(64, activation="relu")(x)
x = layers.Dropout(0.2)(x)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)

model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="binary_crossentropy")
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=64, verbose=0,
    callbacks=[keras.callbacks.EarlyStopping(patience=12, restore_best_weights=True)],
)
