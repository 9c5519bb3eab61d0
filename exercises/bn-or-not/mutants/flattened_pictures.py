"""Takes pictures that somebody else has flattened.

Caught by: pictures-in
"""

flat_train, flat_valid = (pictures.reshape(len(pictures), 784) for pictures in (x_train, x_valid))
model = keras.Sequential(
    [
        keras.Input((784,)),
        layers.Dense(48, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(flat_train, y_train, validation_data=(flat_valid, y_valid), batch_size=512, epochs=4, verbose=0)
