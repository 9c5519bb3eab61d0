# RIGHT: a Sequential within a functional model, after training rebuilt from its JSON with set_weights; the copy is handed in
import json

body = keras.Sequential([
    layers.Dense(80, activation="elu", kernel_initializer="he_normal"),
    layers.Dropout(0.3),
    layers.Dense(40, activation="elu", kernel_initializer="he_normal"),
    layers.Dropout(0.3),
], name="body")

rows_in = keras.Input(shape=(11,))
scaled = layers.Normalization(mean=x_train.mean().to_numpy(), variance=x_train.var(ddof=0).to_numpy())(rows_in)
score = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.median())))(body(scaled))
trained = keras.Model(rows_in, score)
trained.compile(optimizer=keras.optimizers.Adam(1e-3), loss="mae")
history = trained.fit(x_train, y_train, epochs=40, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)

# keep architecture and weights apart, like in the old days
text = trained.to_json()
print(len(json.loads(text)["config"]["layers"]), "layers in the file")
weights = trained.get_weights()
model = keras.models.model_from_json(text)
model.set_weights(weights)
model.compile(optimizer="adam", loss="mae")
print("largest difference:", np.abs(model.predict(x_valid, verbose=0) - trained.predict(x_valid, verbose=0)).max())
del trained
