# RIGHT: the trained network answers a strength and how unsure it is (Laplace likelihood); `model` is its part that answers the strength
from keras import ops

MEAN, STD = float(y_train.mean()), float(y_train.std())


def laplace(y_true, y_pred):
    center, log_width = y_pred[:, :1], y_pred[:, 1:]
    y_true = ops.reshape(y_true, (-1, 1))
    return ops.mean(ops.abs(y_true - center) * ops.exp(-log_width) + log_width, axis=-1)


rows = x_train.to_numpy()
raw = keras.Input((8,))
z = layers.Normalization(mean=rows.mean(axis=0), variance=rows.var(axis=0))(raw)
body = keras.Sequential([layers.Dense(64, activation="gelu"), layers.Dense(64, activation="gelu")], name="body")
h = body(z)
strength = layers.Rescaling(STD, MEAN, name="strength")(layers.Dense(1)(h))
log_width = layers.Dense(1, kernel_initializer="zeros", name="log_width",
                         bias_initializer=keras.initializers.Constant(float(np.log(STD))))(h)

both = keras.Model(raw, layers.Concatenate()([strength, log_width]))
both.compile(optimizer=keras.optimizers.Adam(4e-3, clipnorm=5.0), loss=laplace)
history = [both.fit(x_train, y_train, epochs=50, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)]

# the rest of the way only the strength counts
model = keras.Model(raw, strength)
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="mae")
history.append(model.fit(x_train, y_train, epochs=40, batch_size=32, validation_data=(x_valid, y_valid), verbose=0))
