# WRONG: two cells are stacked inside one single recurrent layer, so there are not two recurrent layers one behind another, each a layer of its own.
inputs = keras.Input((None, 2))
x = layers.RNN([layers.GRUCell(14), layers.GRUCell(14)])(inputs)
x = layers.Dense(8, activation="relu")(x)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)

model.compile(optimizer=keras.optimizers.Adam(0.01, clipnorm=1.0), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=30, batch_size=64, verbose=0,
    callbacks=[keras.callbacks.EarlyStopping(patience=10, start_from_epoch=12, restore_best_weights=True)],
)
