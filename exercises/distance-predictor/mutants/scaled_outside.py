"""Scales the data outside the model: whoever passes raw rows gets nonsense.

Caught by: r-squared
"""

mean, spread = x_train.mean(), x_train.std()
x_train, x_valid = (x_train - mean) / spread, (x_valid - mean) / spread
model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(100, activation="relu"),
        layers.Dense(100, activation="relu"),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mse")
history = model.fit(x_train, y_train, batch_size=64, epochs=20, verbose=0)
