# WRONG: (lacks 2: inside the model, so that whoever uses it can pass raw rows) standardises the data frames with pandas before fit as with a StandardScaler
mean, std = x_train.mean(), x_train.std()
x_train_s = (x_train - mean) / std
x_valid_s = (x_valid - mean) / std

model = keras.Sequential([
    keras.Input((5,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(3e-3), "binary_crossentropy", metrics=["accuracy"])
history = model.fit(x_train_s, y_train, epochs=30, batch_size=64, validation_data=(x_valid_s, y_valid), verbose=0)
print(average_precision(model.predict(x_valid_s, verbose=0), y_valid))
