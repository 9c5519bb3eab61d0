"""Scales the data frames like scikit-learn's StandardScaler; the model is for scaled rows.

Caught by: standardised-inputs
"""

mean, std = x_train.mean(), x_train.std()
x_train = (x_train - mean) / std
x_valid = (x_valid - mean) / std

inputs = keras.Input(shape=(11,))
x = layers.Dense(64, activation="relu")(inputs)
x = layers.Dropout(0.2)(x)
x = layers.Dense(64, activation="relu")(x)
x = layers.Dropout(0.2)(x)
model = keras.Model(inputs, layers.Dense(1, bias_initializer=keras.initializers.Constant(5.6))(x))
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, epochs=40, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)
