# WRONG: Monte Carlo dropout that is on in both modes, so the network also answers with noise; the modes agree only because there is no silent one.
class MCDropout(layers.Dropout):
    def call(self, inputs, training=True):
        return super().call(inputs, training=True)  # the same function in fit and in predict


normalise = layers.Normalization()
normalise.adapt(x_train.to_numpy())

inputs = keras.Input((5,))
x = normalise(inputs)
for units in (128, 128):
    x = layers.Dense(units, activation="relu")(x)
    x = MCDropout(0.1)(x)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)

model.compile(optimizer=keras.optimizers.Adam(3e-3), loss="binary_crossentropy")
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid), epochs=40, batch_size=64, verbose=0
)
