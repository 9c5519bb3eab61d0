# WRONG: a trick, the dropout sits in a side branch that hardly counts, while the hidden layers that do the work lose no units.
mean, std = x_train.to_numpy().mean(axis=0), x_train.to_numpy().std(axis=0)

inputs = keras.Input((5,))
z = layers.Rescaling((1 / std).tolist(), (-mean / std).tolist())(inputs)

work = layers.Dense(64, activation="relu")(z)
work = layers.Dense(64, activation="relu")(work)
work = layers.Dense(1)(work)

side = layers.Dense(64, activation="relu")(z)
side = layers.Dropout(0.3)(side)
side = layers.Dense(64, activation="relu")(side)
side = layers.Dropout(0.3)(side)
side = layers.Rescaling(0.001)(layers.Dense(1)(side))

outputs = layers.Activation("sigmoid")(layers.Add()([work, side]))
model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="binary_crossentropy")
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=60, batch_size=64, verbose=0,
    callbacks=[keras.callbacks.EarlyStopping(patience=12, restore_best_weights=True)],
)
