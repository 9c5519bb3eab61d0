"""The second and third Dense have no activation (forgotten), only one hidden layer bends anything.

Caught by: two-hidden-layers
"""

def make_model():
    n = layers.Normalization()
    n.adapt(x_train.to_numpy())
    inp = keras.Input((4,))
    h = n(inp)
    h = layers.Dense(256, activation="relu")(h)
    h = layers.Dense(64)(h)
    h = layers.Dropout(0.0)(h)
    h = layers.Dense(32)(h)
    return keras.Model(inp, layers.Dense(1)(h))


model = make_model()
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse")
history = model.fit(x_train, y_train, batch_size=64, epochs=30, verbose=0, validation_data=(x_valid, y_valid))
model.optimizer.learning_rate = 0.0003
history = model.fit(x_train, y_train, batch_size=64, epochs=8, verbose=0)
