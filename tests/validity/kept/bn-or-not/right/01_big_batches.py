# RIGHT: no batch norm at all, simply a fifth of the pictures per batch and Adam with a learning rate of 0.02
batch_size = 1120
print("steps per epoch:", np.ceil(len(x_train) / batch_size))

model = keras.Sequential([
    keras.Input(shape=(28, 28, 1)),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.02),
              loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=batch_size, epochs=10,
                    validation_data=(x_valid, y_valid), verbose=2)
