"""Layer norm, which stores nothing and so cannot lag; targets as one-hot rows."""

model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Reshape((784,)),
        layers.Dense(64),
        layers.LayerNormalization(),
        layers.Activation("relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train,
    keras.utils.to_categorical(y_train, 10),
    validation_data=(x_valid, keras.utils.to_categorical(y_valid, 10)),
    batch_size=512,
    epochs=4,
    verbose=0,
)
