# RIGHT: the plain tutorial way: frozen base and one softmax layer in a Sequential
base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False

model = keras.Sequential([
    keras.Input((14, 14, 1)),
    base,
    layers.Dense(5, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=40, batch_size=25, validation_data=(x_valid, y_valid), verbose=0)
