"""Everything right but batch norm's momentum: it learns in time, and what it stored lags behind.

Caught by: in-time-most-times
"""

model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(64),
        layers.BatchNormalization(momentum=0.99),
        layers.Activation("relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=512, epochs=6, verbose=0)
