"""Trained on scaled degrees and scaled kilometres; what is handed in goes from raw degrees to kilometres."""

from sklearn.preprocessing import StandardScaler

scaler = StandardScaler().fit(x_train)
middle, spread = float(y_train.mean()), float(y_train.std())
body = keras.Sequential([keras.Input((4,)), layers.Dense(100, activation="relu"), layers.Dense(100, activation="relu"), layers.Dense(1)])
body.compile(optimizer="adam", loss="mse")
history = body.fit(scaler.transform(x_train), (y_train - middle) / spread, batch_size=64, epochs=30, verbose=0)
inputs = keras.Input((4,))
model = keras.Model(inputs, body(layers.Normalization(mean=scaler.mean_, variance=scaler.var_)(inputs)) * spread + middle)
