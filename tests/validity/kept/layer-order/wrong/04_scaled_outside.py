# WRONG: (lacks: 1, take the raw readings) scikit-learn habit: the readings are standardised in front of fit, so the model handed in works only on standardised readings
mu, sigma = x_train.mean(), x_train.std()
x_train_scaled = ((x_train - mu) / sigma).to_numpy()
x_valid_scaled = ((x_valid - mu) / sigma).to_numpy()

model = keras.Sequential([
    keras.Input((5,)),
    layers.Dense(64),
    layers.BatchNormalization(),
    layers.Activation("relu"),
    layers.Dropout(0.2),
    layers.Dense(64),
    layers.BatchNormalization(),
    layers.Activation("relu"),
    layers.Dropout(0.2),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=[keras.metrics.AUC()])
history = model.fit(x_train_scaled, y_train, batch_size=64, epochs=40,
                    validation_data=(x_valid_scaled, y_valid), verbose=0)
print(model.evaluate(x_valid_scaled, y_valid, verbose=0))
