# WRONG: (lacks 4: average precision of at least .6) eight units with a dropout of 20 % and plain SGD for ten epochs learn too little
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    keras.Input((5,)), norm,
    layers.Dense(8, activation="relu"),
    layers.Dropout(0.2),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="sgd", loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=10, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
