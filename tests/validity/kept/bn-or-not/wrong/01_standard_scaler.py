# WRONG: (lacks: 1, values from 0 to 1 as they come) standardised every pixel outside the model, as with scikit-learn's StandardScaler
mean = x_train.mean(axis=0)
std = x_train.std(axis=0)
std[std < 1e-3] = 1.0
x_train = ((x_train - mean) / std).clip(-5, 5).astype("float32")
x_valid = ((x_valid - mean) / std).clip(-5, 5).astype("float32")
print(x_train.mean(), x_train.std())

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=560, epochs=10, validation_data=(x_valid, y_valid), verbose=2)
