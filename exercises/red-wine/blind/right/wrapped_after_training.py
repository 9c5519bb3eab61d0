"""The body is trained on rows that scikit-learn scaled; what is handed in has the scaler inside and takes raw rows."""

from sklearn.preprocessing import StandardScaler

scaler = StandardScaler().fit(x_train)
body = keras.Sequential([
    keras.Input((11,)),
    layers.Dense(64, activation="relu"), layers.Dropout(0.2),
    layers.Dense(64, activation="relu"), layers.Dropout(0.2),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean())),
])
body.compile(optimizer="adam", loss="mae")
history = body.fit(scaler.transform(x_train), y_train, validation_data=(scaler.transform(x_valid), y_valid), batch_size=32, epochs=40, verbose=0)
model = keras.Sequential([keras.Input((11,)), layers.Normalization(mean=scaler.mean_, variance=scaler.var_), body])
